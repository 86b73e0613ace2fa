package parlance.e2e.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The Markdown pages of a source tree, and where their links lead. */
final class Pages {

    private static final Set<String> NO_SOURCES = Set.of("target", ".git", ".parlance");
    private static final int PROSE_WIDTH = 120;
    private static final Pattern FENCED = Pattern.compile("(?s)```.*?```");
    private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.*)$");

    private Pages() {}

    static List<Path> below(Path folder) throws IOException {
        var pages = new ArrayList<Path>();
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                if (file.toString().endsWith(".md")) {
                    pages.add(file);
                } else if (isSource(file)) {
                    pages.addAll(below(file));
                }
            }
        }
        return pages;
    }

    /** Lines of prose that are too long to read: no tables, no code, and no lines with a link. */
    static List<String> longLines(Path page) throws IOException {
        return withoutCode(page)
                .lines()
                .filter(line -> line.length() > PROSE_WIDTH)
                .filter(line -> !line.startsWith("|") && !line.contains("]("))
                .toList();
    }

    private static boolean isSource(Path file) {
        return Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)
                && !NO_SOURCES.contains(file.getFileName().toString());
    }

    /** Links within the tree that lead to no file, or to no heading of a page. */
    static List<String> deadLinks(Path page) throws IOException {
        var dead = new ArrayList<String>();
        for (var link : found(LINK, withoutCode(page))) {
            if (!link.contains(":") && !leadsSomewhere(page, link)) {
                dead.add(link);
            }
        }
        return dead;
    }

    private static boolean leadsSomewhere(Path page, String link) throws IOException {
        var parts = link.split("#", 2);
        var target = parts[0].isEmpty() ? page : page.resolveSibling(parts[0]);
        if (!Files.exists(target)) {
            return false;
        }
        return parts.length == 1
                || found(HEADING, withoutCode(target)).stream()
                        .map(Pages::anchor)
                        .anyMatch(parts[1]::equals);
    }

    /** As code hosts make it of a heading. */
    private static String anchor(String heading) {
        return heading.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}_ -]", "")
                .replace(' ', '-');
    }

    private static String withoutCode(Path page) throws IOException {
        return FENCED.matcher(Files.readString(page)).replaceAll("");
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(match -> match.group(1)).toList();
    }
}
