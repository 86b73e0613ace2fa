package parlance.push;

import com.sun.net.httpserver.HttpExchange;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import parlance.contracts.ConversationId;
import parlance.contracts.FileId;
import parlance.contracts.MessageId;
import parlance.contracts.OrganizationId;
import parlance.contracts.UserId;
import parlance.contracts.user.User;
import parlance.internalapi.conversation.Membership;
import parlance.internalapi.conversation.MembershipQuery;
import parlance.internalapi.file.FileUrlQuery;
import parlance.internalapi.file.FileUrls;
import parlance.internalapi.message.UnreadMessages;
import parlance.internalapi.message.UnreadQuery;
import parlance.internalapi.message.UnreadQuery.Place;
import parlance.internalapi.user.UserQuery;
import parlance.internalapi.user.Users;
import parlance.kit.directory.DirectoryConversation;
import parlance.kit.directory.DirectoryConversation.Participant;
import parlance.testing.services.StandIn;

/**
 * The other services for tests. Every id is a user's unless it begins with {@code dead}; every
 * conversation is the group "Team"; a message is unread until a test says that it was read.
 */
public final class OtherServices implements QuarkusTestResourceLifecycleManager {

    /** What everybody has in the one conversation that is counted. */
    public static final int UNREAD = 7;

    private final Set<MessageId> read = ConcurrentHashMap.newKeySet();
    private StandIn services;

    @Override
    public Map<String, String> start() {
        services =
                StandIn.start()
                        .answer("/internal/users/find", UserQuery.class, OtherServices::users)
                        .handle("/internal/conversations", OtherServices::refill)
                        .answer(
                                "/internal/conversations/memberships",
                                MembershipQuery.class,
                                OtherServices::memberships)
                        .answer("/internal/messages/unread", UnreadQuery.class, this::unread)
                        .answer(
                                "/internal/files/urls",
                                FileUrlQuery.class,
                                OtherServices::pictures);
        var url = services.url();
        return Map.of(
                "parlance.user.url", url,
                "parlance.conversation.url", url,
                "parlance.message.url", url,
                "parlance.file.url", url);
    }

    /** From now on somebody has read this. */
    public void read(MessageId id) {
        read.add(id);
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(this, field -> field.getType() == OtherServices.class);
    }

    private static Users users(UserQuery query) {
        var born = Instant.parse("2026-01-01T00:00:00Z");
        var known =
                query.ids().stream()
                        .filter(id -> !id.value().startsWith("dead"))
                        .map(id -> new User(id, id, "ann", null, null, "Ann", "Lee", 0, born, born))
                        .toList();
        return new Users(known);
    }

    private static void refill(HttpExchange exchange) throws IOException {
        var id = exchange.getRequestURI().getPath().split("/")[3];
        StandIn.reply(
                exchange,
                new DirectoryConversation(
                        new ConversationId(id),
                        new OrganizationId("default"),
                        1,
                        id.startsWith("aa") ? "u" : "g",
                        "Team",
                        new UserId(id),
                        Map.of(new UserId(id), new Participant(1, false))));
    }

    private static List<Membership> memberships(MembershipQuery query) {
        var counted = List.of(new ConversationId("64b7f1a2c3d4e5f60718293b"));
        return query.userIds().stream().map(user -> new Membership(user, counted)).toList();
    }

    private List<UnreadMessages> unread(UnreadQuery query) {
        return query.readers().stream().map(this::unread).toList();
    }

    private UnreadMessages unread(UnreadQuery.Reader reader) {
        var unread =
                reader.messages().stream()
                        .map(Place::messageId)
                        .filter(id -> !read.contains(id))
                        .toList();
        return new UnreadMessages(reader.userId(), unread, (long) reader.counted().size() * UNREAD);
    }

    private static FileUrls pictures(FileUrlQuery query) {
        var urls = new HashMap<FileId, String>();
        query.ids().forEach(id -> urls.put(id, "https://files.test/" + id));
        return new FileUrls(urls);
    }

    @Override
    public void stop() {
        services.close();
    }
}
