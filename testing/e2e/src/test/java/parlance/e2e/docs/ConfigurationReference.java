package parlance.e2e.docs;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;

/** Every setting of Parlance, read from the sources of the configuration mappings. */
final class ConfigurationReference {

    private static final String HEAD =
            """
            # Configuration

            Every setting of Parlance. A property is set in `application.properties` or in the environment, where its name is in
            capitals with underscores: `parlance.auth.cookie-secret` is `PARLANCE_AUTH_COOKIE_SECRET`. What Quarkus itself offers
            (ports, TLS, logs, pools) is set as its own guides say; where Kafka, Redis and MongoDB are stands in
            `KAFKA_BOOTSTRAP_SERVERS`, `REDIS_URL` and `MONGODB_URI`.

            This page is made from the code (`ConfigurationReferenceTest` checks it, and writes it with `-Ddocs.write=true`).

            | property | default | meaning | of |
            | --- | --- | --- | --- |
            """;

    private record Setting(String fallback, String meaning) {}

    /** An interface whose methods are settings. */
    private record Group(CompilationUnitTree unit, ClassTree type) {}

    private final Map<String, Setting> settings = new TreeMap<>();
    private final Map<String, TreeSet<String>> modules = new HashMap<>();

    /** The page as it should be. */
    static String of(Path root) throws IOException {
        var reference = new ConfigurationReference();
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            var sources = files.getJavaFileObjectsFromPaths(sourcesBelow(root));
            var options = List.of("-proc:none");
            var task = (JavacTask) compiler.getTask(null, files, null, options, null, sources);
            reference.read(root, task.parse(), DocTrees.instance(task));
        }
        return HEAD + reference.rows();
    }

    private static List<Path> sourcesBelow(Path root) throws IOException {
        var sources = new ArrayList<Path>();
        try (var folders = Files.list(root)) {
            for (var module : folders.sorted().toList()) {
                sources.addAll(mappingsIn(module.resolve("src/main/java")));
            }
        }
        return sources;
    }

    private static List<Path> mappingsIn(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.walk(folder)) {
            return files.filter(ConfigurationReference::holdsSettings).sorted().toList();
        }
    }

    private void read(Path root, Iterable<? extends CompilationUnitTree> units, DocTrees docs) {
        var shared = new TreeMap<String, Group>();
        for (var unit : units) {
            var type = (ClassTree) unit.getTypeDecls().getFirst();
            shared.put(type.getSimpleName().toString(), new Group(unit, type));
        }
        for (var group : List.copyOf(shared.values())) {
            var prefix = textOf(group.type().getModifiers().getAnnotations(), "ConfigMapping");
            if (prefix.isPresent()) {
                var path = Path.of(group.unit().getSourceFile().toUri());
                var groups = new HashMap<String, Group>(shared);
                addGroups(group, groups);
                read(
                        root.relativize(path).getName(0).toString(),
                        group,
                        prefix.get(),
                        groups,
                        docs);
            }
        }
    }

    private void read(
            String module, Group group, String prefix, Map<String, Group> groups, DocTrees docs) {
        for (var member : group.type().getMembers()) {
            if (!(member instanceof MethodTree method) || method.getBody() != null) {
                continue;
            }
            var annotations = method.getModifiers().getAnnotations();
            var name = textOf(annotations, "WithName").orElse(kebab(method.getName().toString()));
            var property = prefix + "." + name;
            var inner = groups.get(method.getReturnType().toString());
            if (inner != null) {
                read(module, inner, property, groups, docs);
                continue;
            }
            modules.computeIfAbsent(property, _ -> new TreeSet<>()).add(module);
            settings.put(
                    property,
                    new Setting(
                            textOf(annotations, "WithDefault")
                                    .map(text -> "`" + text + "`")
                                    .orElse(isOptional(method) ? "–" : "**required**"),
                            meaningOf(group, docs, method)));
        }
    }

    private static void addGroups(Group outer, Map<String, Group> groups) {
        for (var member : outer.type().getMembers()) {
            if (member instanceof ClassTree nested && nested.getKind() == Tree.Kind.INTERFACE) {
                var group = new Group(outer.unit(), nested);
                groups.put(nested.getSimpleName().toString(), group);
                addGroups(group, groups);
            }
        }
    }

    private String rows() {
        return settings.entrySet().stream()
                .map(row ->
                        "| `%s` | %s | %s | %s |%n"
                                .formatted(
                                        row.getKey(),
                                        row.getValue().fallback(),
                                        row.getValue().meaning(),
                                        String.join(", ", modules.get(row.getKey()))))
                .collect(Collectors.joining());
    }

    private static String meaningOf(Group group, DocTrees docs, MethodTree method) {
        var path = new TreePath(TreePath.getPath(group.unit(), group.type()), method);
        DocCommentTree comment = docs.getDocCommentTree(path);
        if (comment == null) {
            throw new IllegalStateException(group.type().getSimpleName() + "." + method.getName());
        }
        return comment.getFullBody().stream()
                .map(Object::toString)
                .collect(Collectors.joining())
                .replaceAll("\\{@code ([^}]*)}", "`$1`")
                .replaceAll("\\{@link #?([^}]*)}", "$1")
                .replaceAll("\\s+", " ")
                .strip();
    }

    private static boolean holdsSettings(Path file) {
        if (!file.toString().endsWith(".java")) {
            return false;
        }
        try {
            var text = Files.readString(file);
            return text.contains("@ConfigMapping(")
                    || text.contains("@WithDefault(")
                    || text.contains("@ConfigGroup");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A map may be empty. */
    private static boolean isOptional(MethodTree method) {
        var type = method.getReturnType().toString();
        return type.startsWith("Optional") || type.startsWith("Map<");
    }

    private static Optional<String> textOf(
            List<? extends AnnotationTree> annotations, String name) {
        return annotations.stream()
                .filter(annotation -> annotation.getAnnotationType().toString().equals(name))
                .map(annotation -> literal(annotation.getArguments().getFirst()))
                .findFirst();
    }

    private static String literal(Tree argument) {
        var value = argument instanceof AssignmentTree named ? named.getExpression() : argument;
        return String.valueOf(((LiteralTree) value).getValue());
    }

    private static String kebab(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
