package parlance.e2e.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The classes that pages name between backticks, such as {@code `Route`}, {@code `Message.edits`}
 * or {@code `socket/ClientSocket`}, and those that there are.
 */
final class NamedClasses {

    private static final Set<String> NO_SOURCES = Set.of("target", ".git", ".parlance");
    private static final Pattern FENCED = Pattern.compile("(?s)```.*?```");
    private static final Pattern NAMED =
            Pattern.compile("`((?:[a-z]+/)*)([A-Z][A-Za-z0-9]*[a-z][A-Za-z0-9]*)(?:\\.\\w+)?`");
    private static final Pattern DECLARED =
            Pattern.compile("\\b(?:class|record|enum|interface) ([A-Z]\\w*)");

    /** Names of others: of Kubernetes, of browsers, of HTTP headers. */
    private final Set<String> foreign;

    private final Set<String> files = new HashSet<>();
    private final Set<String> types = new HashSet<>();

    NamedClasses(Path root, Set<String> foreign) throws IOException {
        this.foreign = foreign;
        addAllBelow(root);
    }

    /** What a page names and is not there, in the folder that it says. */
    List<String> unknownIn(Path page) throws IOException {
        var text = FENCED.matcher(Files.readString(page)).replaceAll("");
        return NAMED.matcher(text)
                .results()
                .filter(name -> !isKnown(name.group(1), name.group(2)))
                .map(name -> name.group(1) + name.group(2))
                .toList();
    }

    private boolean isKnown(String folder, String name) {
        if (folder.isEmpty()) {
            return types.contains(name) || foreign.contains(name);
        }
        return files.stream().anyMatch(file -> file.endsWith("/" + folder + name + ".java"));
    }

    private void addAllBelow(Path folder) throws IOException {
        try (var entries = Files.list(folder)) {
            for (var entry : entries.toList()) {
                if (entry.toString().endsWith(".java")) {
                    add(entry);
                } else if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)
                        && !NO_SOURCES.contains(entry.getFileName().toString())) {
                    addAllBelow(entry);
                }
            }
        }
    }

    private void add(Path source) throws IOException {
        files.add(source.toString());
        DECLARED.matcher(Files.readString(source))
                .results()
                .forEach(type -> types.add(type.group(1)));
    }
}
