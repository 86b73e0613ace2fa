package parlance.testing.load;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Signs the users of one group up and in, and creates the group. */
final class BenchGroup {

    private BenchGroup() {}

    static List<BenchUser> gather(Doors doors, int size, DeliveryStats deliveryStats)
            throws IOException, InterruptedException {
        var members = new ArrayList<BenchUser>();
        for (int i = 0; i < size; i++) {
            members.add(BenchUser.signUp(doors, deliveryStats));
        }
        var ids = members.stream().map(m -> "\"" + m.id() + "\"").collect(Collectors.joining(","));
        var group =
                members.getFirst()
                        .ask(
                                "\"conversation_create\":{\"type\":\"g\",\"name\":\"bench\",\"participants\":["
                                        + ids
                                        + "]}")
                        .at("/conversation/_id")
                        .asText();
        members.forEach(member -> member.talkIn(group, size));
        return members;
    }
}
