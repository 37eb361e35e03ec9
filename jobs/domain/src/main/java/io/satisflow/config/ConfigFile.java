package io.satisflow.config;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/** Opens YAML 1.2 files as {@link ConfigNode} trees. */
public final class ConfigFile {
    private ConfigFile() {}

    /** @throws ConfigException when the file is missing, unreadable or not YAML */
    public static ConfigNode read(Path file) {
        try {
            return parse(file.toString(), Files.readString(file, StandardCharsets.UTF_8));
        } catch (NoSuchFileException e) {
            throw wholeFile(file.toString(), "this file does not exist");
        } catch (MalformedInputException e) {
            throw wholeFile(file.toString(), "this file is not UTF-8 text");
        } catch (IOException e) {
            throw wholeFile(file.toString(), "this file cannot be read: " + e.getMessage());
        }
    }

    /** @param name what to call the text in problems */
    public static ConfigNode parse(String name, String text) {
        try {
            LoadSettings settings = LoadSettings.builder().setLabel(name).build();
            Optional<Node> root = new Compose(settings).composeString(text);
            return new ConfigNode(name, "", root.orElseThrow(() -> wholeFile(name, "this file is empty")));
        } catch (MarkedYamlEngineException e) {
            Optional<Mark> mark = e.getProblemMark();
            throw new ConfigException(List.of(new ConfigProblem(
                    name,
                    mark.map(Mark::getLine).orElse(0) + 1,
                    mark.map(Mark::getColumn).orElse(0) + 1,
                    "",
                    "not YAML: " + e.getProblem())));
        } catch (YamlEngineException e) {
            throw wholeFile(name, "not YAML: " + e.getMessage());
        } catch (StackOverflowError e) {
            // The parser knows no limit of its own; anyone can apply a text.
            throw wholeFile(name, "nested far too deeply to be settings");
        }
    }

    private static ConfigException wholeFile(String name, String message) {
        return new ConfigException(List.of(new ConfigProblem(name, 1, 1, "", message)));
    }
}
