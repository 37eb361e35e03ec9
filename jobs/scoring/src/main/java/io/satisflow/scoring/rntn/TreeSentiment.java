package io.satisflow.scoring.rntn;

import edu.stanford.nlp.ling.CoreAnnotations.SentencesAnnotation;
import edu.stanford.nlp.ling.CoreAnnotations.TokensAnnotation;
import edu.stanford.nlp.neural.rnn.RNNCoreAnnotations;
import edu.stanford.nlp.pipeline.Annotation;
import edu.stanford.nlp.pipeline.StanfordCoreNLP;
import edu.stanford.nlp.sentiment.SentimentCoreAnnotations.SentimentAnnotatedTree;
import edu.stanford.nlp.util.CoreMap;
import edu.stanford.nlp.util.PropertiesUtils;
import edu.stanford.nlp.util.logging.RedwoodConfiguration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** CoreNLP's pipeline from tokens to sentiment. Holds its models, so one for each parser in a process. */
final class TreeSentiment {
    /** The time of a parser grows with the cube of the length; longer sentences are left out. */
    private static final int MOST_TOKENS = 70;

    private static final int CLASSES = 5;

    private static final Map<Parser, TreeSentiment> LOADED = new EnumMap<>(Parser.class);

    private final StanfordCoreNLP splitter;
    private final StanfordCoreNLP reader;

    private TreeSentiment(Parser parser) {
        // Its log would go to standard error, among our own notes.
        RedwoodConfiguration.empty().apply();
        splitter = new StanfordCoreNLP(PropertiesUtils.asProperties(
                "annotators", "tokenize,ssplit",
                "tokenize.options", "untokenizable=noneKeep"));
        Properties reading = PropertiesUtils.asProperties(
                "annotators", "pos,parse,sentiment",
                "parse.model", parser.model(),
                "parse.binaryTrees", "true",
                "parse.buildgraphs", "false");
        // What comes first is done by the splitter.
        boolean enforceRequirements = false;
        reader = new StanfordCoreNLP(reading, enforceRequirements);
    }

    static TreeSentiment with(Parser parser) {
        synchronized (LOADED) {
            return LOADED.computeIfAbsent(parser, TreeSentiment::new);
        }
    }

    /**
     * How probable the five classes are, from very negative to very positive: the mean of the sentences, each weighing
     * as much as it has tokens.
     *
     * @return five zeros when there is no sentence that could be read
     */
    double[] classes(String text) {
        Annotation annotation = new Annotation(text);
        splitter.annotate(annotation);
        // Of a sentence that the parser leaves out, the network would fail.
        annotation.set(
                SentencesAnnotation.class,
                annotation.get(SentencesAnnotation.class).stream()
                        .filter(sentence -> length(sentence) <= MOST_TOKENS)
                        .toList());
        reader.annotate(annotation);
        double[] classes = new double[CLASSES];
        int tokens = 0;
        for (CoreMap sentence : annotation.get(SentencesAnnotation.class)) {
            List<Double> predicted =
                    RNNCoreAnnotations.getPredictionsAsStringList(sentence.get(SentimentAnnotatedTree.class));
            for (int i = 0; i < CLASSES; i++) {
                classes[i] += length(sentence) * predicted.get(i);
            }
            tokens += length(sentence);
        }
        for (int i = 0; i < CLASSES && tokens > 0; i++) {
            classes[i] /= tokens;
        }
        return classes;
    }

    private static int length(CoreMap sentence) {
        return sentence.get(TokensAnnotation.class).size();
    }
}
