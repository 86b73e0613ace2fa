package parlance.contracts;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The topics that a service may read and write: what its {@link ServiceTopology} declares, and what
 * follows from the routes that it answers.
 */
public record TopicAccess(Set<Topic> reads, Set<Topic> writes) {

    /**
     * @param service its short name, such as {@code message}
     */
    public static TopicAccess of(String service, ServiceTopology declared) {
        return of(
                service,
                List.of(declared.reads()),
                List.of(declared.writes()),
                List.of(declared.commands()),
                declared.passesRequestsOn());
    }

    /** The same, of a declaration that was read from a source file. */
    public static TopicAccess of(
            String service,
            Collection<Topic> declaredReads,
            Collection<Topic> declaredWrites,
            Collection<Route> commands,
            boolean passesRequestsOn) {
        var reads = requestTopics();
        reads.removeIf(topic -> !topic.service().equals(service));
        var writes = passesRequestsOn ? requestTopics() : EnumSet.noneOf(Topic.class);
        if (!reads.isEmpty()) {
            writes.add(Topic.GATEWAY_INBOX);
        }
        reads.addAll(declaredReads);
        writes.addAll(declaredWrites);
        commands.forEach(route -> writes.add(route.topic().orElseThrow()));
        return new TopicAccess(
                Collections.unmodifiableSet(reads), Collections.unmodifiableSet(writes));
    }

    /** Where the service sets aside what it cannot process. */
    public List<String> deadLetterNames() {
        return reads.stream().filter(Topic::hasDeadLetters).map(Topic::deadLetterName).toList();
    }

    private static EnumSet<Topic> requestTopics() {
        return Arrays.stream(Topic.values())
                .filter(Topic::carriesCommands)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Topic.class)));
    }
}
