package io.satisflow.scoring.rntn;

import edu.stanford.nlp.ling.CoreAnnotations.SentencesAnnotation;
import edu.stanford.nlp.ling.CoreAnnotations.TokensAnnotation;
import edu.stanford.nlp.neural.rnn.RNNCoreAnnotations;
import edu.stanford.nlp.pipeline.Annotation;
import edu.stanford.nlp.pipeline.StanfordCoreNLP;
import edu.stanford.nlp.sentiment.SentimentCoreAnnotations.SentimentAnnotatedTree;
import edu.stanford.nlp.trees.Tree;
import edu.stanford.nlp.util.CoreMap;
import edu.stanford.nlp.util.PropertiesUtils;
import edu.stanford.nlp.util.logging.RedwoodConfiguration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** CoreNLP's pipeline from tokens to sentiment. Holds its models, so one for each parser in a process. */
final class TreeSentiment {
    /** The time of a parser grows with the cube of the length; longer sentences are left out. */
    private static final int MOST_TOKENS = 70;

    private static final Map<Parser, TreeSentiment> LOADED = new EnumMap<>(Parser.class);

    private final StanfordCoreNLP pipeline;

    private TreeSentiment(Parser parser) {
        // Its log would go to standard error, among our own notes.
        RedwoodConfiguration.empty().apply();
        pipeline = new StanfordCoreNLP(PropertiesUtils.asProperties(
                "annotators", "tokenize,ssplit,pos,parse,sentiment",
                "tokenize.options", "untokenizable=noneKeep",
                "parse.model", parser.model(),
                "parse.binaryTrees", "true",
                "parse.buildgraphs", "false",
                "parse.maxlen", Integer.toString(MOST_TOKENS)));
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
        pipeline.annotate(annotation);
        double[] classes = new double[5];
        int tokens = 0;
        for (CoreMap sentence : annotation.get(SentencesAnnotation.class)) {
            Tree tree = sentence.get(SentimentAnnotatedTree.class);
            int length = sentence.get(TokensAnnotation.class).size();
            if (tree == null || length > MOST_TOKENS) {
                continue;
            }
            List<Double> predicted = RNNCoreAnnotations.getPredictionsAsStringList(tree);
            for (int i = 0; i < classes.length; i++) {
                classes[i] += length * predicted.get(i);
            }
            tokens += length;
        }
        for (int i = 0; i < classes.length && tokens > 0; i++) {
            classes[i] /= tokens;
        }
        return classes;
    }
}
