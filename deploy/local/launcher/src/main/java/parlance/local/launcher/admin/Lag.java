package parlance.local.launcher.admin;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListGroupsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "lag",
        description = "Shows how many records each consumer group has before it.",
        mixinStandardHelpOptions = true)
final class Lag implements Callable<Integer> {

    @Mixin private Target target = new Target();

    @Override
    public Integer call() throws ExecutionException, InterruptedException {
        try (var admin = Admin.create(target.kafka())) {
            var groups =
                    admin.listGroups(ListGroupsOptions.forConsumerGroups()).all().get().stream()
                            .map(GroupListing::groupId)
                            .filter(group -> target.ownName(group).isPresent())
                            .sorted()
                            .toList();
            for (var group : admin.describeConsumerGroups(groups).all().get().values()) {
                print(admin, group);
            }
        }
        return 0;
    }

    private static void print(Admin admin, ConsumerGroupDescription group)
            throws ExecutionException, InterruptedException {
        lagByTopic(admin, group)
                .forEach((topic, lag) ->
                        System.out.println(
                                String.format(
                                        Locale.ROOT,
                                        "%-40s %-28s members %2d  lag %d",
                                        group.groupId(),
                                        topic,
                                        group.members().size(),
                                        lag)));
    }

    /** Of what the group has read or is to read: a new group has committed nothing yet. */
    private static Map<String, Long> lagByTopic(Admin admin, ConsumerGroupDescription group)
            throws ExecutionException, InterruptedException {
        var committed =
                admin.listConsumerGroupOffsets(group.groupId())
                        .partitionsToOffsetAndMetadata()
                        .get();
        var partitions = new HashSet<>(committed.keySet());
        group.members().forEach(member -> partitions.addAll(member.assignment().topicPartitions()));
        var next = offsets(admin, partitions, OffsetSpec.earliest());
        committed.forEach((partition, offset) -> next.put(partition, offset.offset()));
        var lag = new TreeMap<String, Long>();
        offsets(admin, partitions, OffsetSpec.latest())
                .forEach((partition, end) ->
                        lag.merge(
                                partition.topic(),
                                end - next.getOrDefault(partition, end),
                                Long::sum));
        return lag;
    }

    private static Map<TopicPartition, Long> offsets(
            Admin admin, Set<TopicPartition> partitions, OffsetSpec spec)
            throws ExecutionException, InterruptedException {
        var wanted = partitions.stream().collect(Collectors.toMap(each -> each, _ -> spec));
        var offsets = new HashMap<TopicPartition, Long>();
        admin.listOffsets(wanted)
                .all()
                .get()
                .forEach((partition, found) -> offsets.put(partition, found.offset()));
        return offsets;
    }
}
