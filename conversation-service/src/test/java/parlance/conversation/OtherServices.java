package parlance.conversation;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import parlance.contracts.FileId;
import parlance.contracts.UserId;
import parlance.contracts.user.User;
import parlance.internalapi.file.FileUrlQuery;
import parlance.internalapi.file.FileUrls;
import parlance.internalapi.file.GrantFileAccess;
import parlance.internalapi.user.UserQuery;
import parlance.internalapi.user.Users;
import parlance.testing.services.StandIn;

/**
 * user-service and file-service for tests. Every id is a user's unless it begins with {@code dead}.
 * Every id is a file's unless it begins with {@code nothing}; what begins with {@code vanishing} is
 * not to be found when it is looked for.
 */
public final class OtherServices implements QuarkusTestResourceLifecycleManager {

    private StandIn services;

    @Override
    public Map<String, String> start() {
        services =
                StandIn.start()
                        .answer("/internal/users/find", UserQuery.class, OtherServices::users)
                        .answer(
                                "/internal/files/urls",
                                FileUrlQuery.class,
                                asked -> urlsOf(asked.ids(), "vanishing"))
                        .answer("/internal/files/show", GrantFileAccess.class, OtherServices::show);
        var url = services.url();
        return Map.of("parlance.user.url", url, "parlance.file.url", url);
    }

    private static Users users(UserQuery query) {
        return new Users(
                query.ids().stream()
                        .filter(id -> !id.value().startsWith("dead"))
                        .map(OtherServices::user)
                        .map(user -> query.shown() ? user.withAvatarUrl(urlOf("me")) : user)
                        .toList());
    }

    /** Where the files are. */
    public static String urlOf(String fileId) {
        return "https://files.example.org/" + fileId;
    }

    private static FileUrls show(GrantFileAccess asked) {
        var shown = asked.conversationId() == null ? List.<FileId>of() : List.of(asked.fileId());
        return urlsOf(shown, "nothing");
    }

    private static FileUrls urlsOf(Collection<FileId> ids, String unknown) {
        return new FileUrls(
                ids.stream()
                        .filter(id -> !id.value().startsWith(unknown))
                        .collect(Collectors.toMap(id -> id, id -> urlOf(id.value()))));
    }

    private static User user(UserId id) {
        var born = Instant.parse("2026-01-01T00:00:00Z");
        var login = "user" + id.value().substring(20);
        return new User(id, id, login, null, null, null, null, 0, born, born);
    }

    @Override
    public void stop() {
        services.close();
    }
}
