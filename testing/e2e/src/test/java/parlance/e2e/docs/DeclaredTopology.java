package parlance.e2e.docs;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;
import parlance.contracts.Route;
import parlance.contracts.ServiceTopology;
import parlance.contracts.Topic;
import parlance.contracts.TopicAccess;

/** The {@link ServiceTopology} of a service, read from the source of its root package. */
final class DeclaredTopology {

    /** For each element of the annotation, the names of the constants that it is given. */
    private final Map<String, List<String>> elements;

    private DeclaredTopology(Map<String, List<String>> elements) {
        this.elements = elements;
    }

    static DeclaredTopology of(Path packageInfo) throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            var sources = files.getJavaFileObjects(packageInfo);
            var options = List.of("-proc:none");
            var task = (JavacTask) compiler.getTask(null, files, null, options, null, sources);
            var annotation =
                    task.parse().iterator().next().getPackageAnnotations().stream()
                            .filter(DeclaredTopology::isTopology)
                            .findFirst()
                            .orElseThrow(() -> new IllegalStateException(packageInfo.toString()));
            return new DeclaredTopology(elementsOf(annotation));
        }
    }

    TopicAccess accessOf(String service) {
        return TopicAccess.of(service, reads(), writes(), commands(), passesRequestsOn());
    }

    List<Topic> reads() {
        return topics("reads");
    }

    List<Topic> writes() {
        return topics("writes");
    }

    List<Route> commands() {
        return constants("commands").stream().map(Route::valueOf).toList();
    }

    boolean passesRequestsOn() {
        return constants("passesRequestsOn").contains("true");
    }

    private List<Topic> topics(String element) {
        return constants(element).stream().map(Topic::valueOf).toList();
    }

    private List<String> constants(String element) {
        return elements.getOrDefault(element, List.of());
    }

    private static boolean isTopology(AnnotationTree annotation) {
        var name = ServiceTopology.class.getSimpleName();
        return annotation.getAnnotationType().toString().equals(name);
    }

    private static Map<String, List<String>> elementsOf(AnnotationTree annotation) {
        return annotation.getArguments().stream()
                .map(AssignmentTree.class::cast)
                .collect(
                        Collectors.toMap(
                                element -> element.getVariable().toString(),
                                element -> constantsIn(element.getExpression())));
    }

    private static List<String> constantsIn(ExpressionTree value) {
        return value instanceof NewArrayTree several
                ? several.getInitializers().stream().map(DeclaredTopology::simpleName).toList()
                : List.of(simpleName(value));
    }

    /** A constant may be written with its enum or be imported. */
    private static String simpleName(ExpressionTree constant) {
        var text = constant.toString();
        return text.substring(text.lastIndexOf('.') + 1);
    }
}
