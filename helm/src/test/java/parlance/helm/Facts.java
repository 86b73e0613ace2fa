package parlance.helm;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the chart says of the services, and what their sources say. */
final class Facts {

    private static final JsonNode ALL = read();

    private Facts() {}

    static List<String> services() {
        return ALL.propertyStream().map(entry -> entry.getKey()).toList();
    }

    static List<String> of(String service, String fact) {
        var list = new ArrayList<String>();
        ALL.path(service).path(fact).forEach(one -> list.add(one.asText()));
        return list;
    }

    static boolean is(String service, String fact) {
        return ALL.path(service).path(fact).asBoolean();
    }

    /** What {@code pattern}'s first group finds in the files of a service's {@code src/main}. */
    static TreeSet<String> inSources(String service, String suffix, Pattern pattern) {
        var main = Chart.ROOT.resolve(service + "-service/src/main");
        try (var files = Files.walk(main)) {
            return files.filter(file -> file.toString().endsWith(suffix))
                    .flatMap(file -> matches(file, pattern))
                    .map(match -> match.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<MatchResult> matches(Path file, Pattern pattern) {
        try {
            return pattern.matcher(Files.readString(file)).results().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode read() {
        try {
            return Manifests.YAML.readTree(Chart.FOLDER.resolve("files/services.yaml").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
