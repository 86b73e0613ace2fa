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
import java.nio.file.Files;
import java.nio.file.Path;
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

    private final Map<String, Setting> settings = new TreeMap<>();
    private final Map<String, TreeSet<String>> modules = new HashMap<>();

    /** The page as it should be. */
    static String of(Path root) throws IOException {
        var reference = new ConfigurationReference();
        for (var module : modulesOf(root)) {
            reference.read(module);
        }
        return HEAD + reference.rows();
    }

    private static List<Path> modulesOf(Path root) throws IOException {
        try (var folders = Files.list(root)) {
            return folders.filter(folder -> Files.isDirectory(folder.resolve("src/main/java")))
                    .sorted()
                    .toList();
        }
    }

    private void read(Path module) throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null);
                var sources = Files.walk(module.resolve("src/main/java"))) {
            var mappings = sources.filter(ConfigurationReference::isMapping).toList();
            if (mappings.isEmpty()) {
                return;
            }
            var task =
                    (JavacTask)
                            compiler.getTask(
                                    null,
                                    files,
                                    null,
                                    List.of("-proc:none"),
                                    null,
                                    files.getJavaFileObjectsFromPaths(mappings));
            var docs = DocTrees.instance(task);
            for (var unit : task.parse()) {
                var type = (ClassTree) unit.getTypeDecls().getFirst();
                var prefix = textOf(type.getModifiers().getAnnotations(), "ConfigMapping");
                read(module.getFileName().toString(), unit, docs, type, prefix.orElseThrow());
            }
        }
    }

    private void read(
            String module, CompilationUnitTree unit, DocTrees docs, ClassTree type, String prefix) {
        var groups = new HashMap<String, ClassTree>();
        addGroups((ClassTree) unit.getTypeDecls().getFirst(), groups);
        for (var member : type.getMembers()) {
            if (!(member instanceof MethodTree method) || method.getBody() != null) {
                continue;
            }
            var annotations = method.getModifiers().getAnnotations();
            var name = textOf(annotations, "WithName").orElse(kebab(method.getName().toString()));
            var group = groups.get(method.getReturnType().toString());
            if (group != null) {
                read(module, unit, docs, group, prefix + "." + name);
                continue;
            }
            var property = prefix + "." + name;
            modules.computeIfAbsent(property, _ -> new TreeSet<>()).add(module);
            settings.put(
                    property,
                    new Setting(
                            textOf(annotations, "WithDefault")
                                    .map(text -> "`" + text + "`")
                                    .orElse(isOptional(method) ? "–" : "**required**"),
                            meaningOf(unit, docs, type, method)));
        }
    }

    private static void addGroups(ClassTree type, Map<String, ClassTree> groups) {
        for (var member : type.getMembers()) {
            if (member instanceof ClassTree nested) {
                groups.put(nested.getSimpleName().toString(), nested);
                addGroups(nested, groups);
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

    private static String meaningOf(
            CompilationUnitTree unit, DocTrees docs, ClassTree type, MethodTree method) {
        var path = new TreePath(pathOf(unit, type), method);
        DocCommentTree comment = docs.getDocCommentTree(path);
        if (comment == null) {
            throw new IllegalStateException(type.getSimpleName() + "." + method.getName());
        }
        return comment.getFullBody().stream()
                .map(Object::toString)
                .collect(Collectors.joining())
                .replaceAll("\\{@code ([^}]*)}", "`$1`")
                .replaceAll("\\{@link #?([^}]*)}", "$1")
                .replaceAll("\\s+", " ")
                .strip();
    }

    private static TreePath pathOf(CompilationUnitTree unit, ClassTree type) {
        return TreePath.getPath(unit, type);
    }

    private static boolean isMapping(Path source) {
        try {
            return source.toString().endsWith(".java")
                    && Files.readString(source).contains("@ConfigMapping(");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isOptional(MethodTree method) {
        return method.getReturnType().toString().startsWith("Optional");
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
