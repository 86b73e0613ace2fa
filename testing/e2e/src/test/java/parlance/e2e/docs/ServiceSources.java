package parlance.e2e.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The classes and settings of one service, as they are written. */
final class ServiceSources {

    private final Path packageInfo;
    private final String settings;
    private final List<String> classes;
    private final List<String> internalApi;

    ServiceSources(Path root, String service) throws IOException {
        var main = root.resolve(service + "-service/src/main");
        this.packageInfo = main.resolve("java/parlance/" + service + "/package-info.java");
        this.settings = Files.readString(main.resolve("resources/application.properties"));
        this.classes = textsBelow(main.resolve("java"));
        this.internalApi =
                textsBelow(
                        root.resolve("internal-api/src/main/java/parlance/internalapi/" + service));
    }

    private static List<String> textsBelow(Path folder) throws IOException {
        var texts = new ArrayList<String>();
        if (Files.isDirectory(folder)) {
            try (var files = Files.walk(folder)) {
                for (var file : files.filter(ServiceSources::isClass).toList()) {
                    texts.add(Files.readString(file));
                }
            }
        }
        return texts;
    }

    private static boolean isClass(Path file) {
        var name = file.getFileName().toString();
        return name.endsWith(".java") && !name.equals("package-info.java");
    }

    /** Every class with HTTP routes of this service: its resources, and what they implement. */
    List<String> resources() {
        return Stream.concat(classes.stream(), internalApi.stream()).toList();
    }

    DeclaredTopology topology() throws IOException {
        return DeclaredTopology.of(packageInfo);
    }

    boolean hasSetting(String prefix) {
        return settings.lines().anyMatch(line -> line.startsWith(prefix));
    }

    String setting(String name) {
        return settings.lines()
                .filter(line -> line.startsWith(name + "="))
                .map(line -> line.substring(name.length() + 1))
                .findFirst()
                .orElseThrow();
    }

    /** What the group of {@code pattern} that takes part in a match is, in any class. */
    TreeSet<String> found(Pattern pattern) {
        return classes.stream()
                .flatMap(text -> pattern.matcher(text).results())
                .map(ServiceSources::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String group(MatchResult match) {
        return IntStream.rangeClosed(1, match.groupCount())
                .mapToObj(match::group)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
    }
}
