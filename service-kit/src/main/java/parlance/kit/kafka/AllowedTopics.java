package parlance.kit.kafka;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import parlance.contracts.ServiceTopology;
import parlance.contracts.TopicAccess;

/**
 * The topics that this service may read and write, by the {@link ServiceTopology} of its root
 * package {@code parlance.<service>}. All Kafka clients of the service are held to it.
 */
@Singleton
public final class AllowedTopics {

    private static final String SUFFIX = "-service";

    private final String root;
    private final Set<String> readable;
    private final Set<String> writable;

    AllowedTopics(
            @ConfigProperty(name = "quarkus.application.name") String application,
            KafkaSettings settings) {
        var service = application.substring(0, application.length() - SUFFIX.length());
        this.root = "parlance." + service;
        var access = TopicAccess.of(service, declarationOf(root));
        var written = access.writes().stream().map(settings::nameOf);
        var setAside = access.deadLetterNames().stream().map(settings::prefixed);
        this.readable =
                access.reads().stream()
                        .map(settings::nameOf)
                        .collect(Collectors.toUnmodifiableSet());
        this.writable = Stream.concat(written, setAside).collect(Collectors.toSet());
    }

    /** The names on this cluster of what the service reads. */
    public Set<String> readable() {
        return readable;
    }

    /**
     * @param topics names on this cluster
     * @throws IllegalStateException if the service does not declare that it reads one of them
     */
    public void requireReadable(Collection<String> topics) {
        topics.forEach(topic -> require(readable, topic, "reads"));
    }

    /**
     * @throws IllegalStateException if the service does not declare that it writes the topic
     */
    void requireWritable(String topic) {
        require(writable, topic, "writes");
    }

    private void require(Set<String> declared, String topic, String does) {
        if (!declared.contains(topic)) {
            throw new IllegalStateException(
                    "the @ServiceTopology of %s does not declare that it %s %s"
                            .formatted(root, does, topic));
        }
    }

    /** The compiler makes a class of each {@code package-info.java} that bears an annotation. */
    private static ServiceTopology declarationOf(String root) {
        @Nullable ServiceTopology declared;
        try {
            var loader = Thread.currentThread().getContextClassLoader();
            declared =
                    Class.forName(root + ".package-info", true, loader)
                            .getAnnotation(ServiceTopology.class);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("no package " + root, e);
        }
        if (declared == null) {
            throw new IllegalStateException("no @ServiceTopology on the package " + root);
        }
        return declared;
    }
}
