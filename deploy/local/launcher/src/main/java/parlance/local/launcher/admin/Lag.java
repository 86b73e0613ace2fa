package parlance.local.launcher.admin;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListGroupsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
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
            for (var group : admin.listGroups(ListGroupsOptions.forConsumerGroups()).all().get()) {
                if (target.ownName(group.groupId()).isPresent()) {
                    print(admin, group.groupId());
                }
            }
        }
        return 0;
    }

    private static void print(Admin admin, String group)
            throws ExecutionException, InterruptedException {
        var offsets = admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
        var members =
                admin.describeConsumerGroups(List.of(group)).all().get().values().stream()
                        .mapToInt(description -> description.members().size())
                        .sum();
        lagByTopic(admin, offsets)
                .forEach((topic, lag) ->
                        System.out.println(
                                String.format(
                                        Locale.ROOT,
                                        "%-40s %-28s members %2d  lag %d",
                                        group,
                                        topic,
                                        members,
                                        lag)));
    }

    private static Map<String, Long> lagByTopic(
            Admin admin, Map<TopicPartition, OffsetAndMetadata> offsets)
            throws ExecutionException, InterruptedException {
        var latest = new TreeMap<String, Long>();
        var ends =
                admin.listOffsets(
                                offsets.keySet().stream()
                                        .collect(
                                                Collectors.toMap(
                                                        partition -> partition,
                                                        _ -> OffsetSpec.latest())))
                        .all()
                        .get();
        ends.forEach((partition, end) -> {
            var done = offsets.get(partition);
            var lag = done == null ? end.offset() : end.offset() - done.offset();
            latest.merge(partition.topic(), lag, Long::sum);
        });
        return latest;
    }
}
