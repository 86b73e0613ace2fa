package parlance.user;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import parlance.contracts.FileId;
import parlance.internalapi.file.FileUrlQuery;
import parlance.internalapi.file.FileUrls;
import parlance.internalapi.file.GrantFileAccess;
import parlance.testing.services.StandIn;
import parlance.testing.services.StandIn.Failure;

/**
 * file-service for tests. Every id is a file's, unless it begins with {@code nothing}. What begins
 * with {@code vanishing} can be shown, but is not to be found later; asked where something is that
 * begins with {@code breaking}, the service breaks.
 */
public final class FileServiceStandIn implements QuarkusTestResourceLifecycleManager {

    private StandIn services;

    @Override
    public Map<String, String> start() {
        services =
                StandIn.start()
                        .answer(
                                "/internal/files/urls",
                                FileUrlQuery.class,
                                FileServiceStandIn::urls)
                        .answer(
                                "/internal/files/show",
                                GrantFileAccess.class,
                                FileServiceStandIn::show);
        return Map.of("parlance.file.url", services.url());
    }

    /** Where the stand-in says that a file is. */
    public static String urlOf(String fileId) {
        return "https://files.example.org/" + fileId;
    }

    private static Object urls(FileUrlQuery query) {
        var breaks = query.ids().stream().anyMatch(id -> id.value().startsWith("breaking"));
        return breaks ? new Failure(500) : found(without("vanishing", query.ids()));
    }

    private static Object show(GrantFileAccess asked) {
        return asked.conversationId() == null ? found(Set.of(asked.fileId())) : new Failure(400);
    }

    private static List<FileId> without(String prefix, Collection<FileId> ids) {
        return ids.stream().filter(id -> !id.value().startsWith(prefix)).toList();
    }

    private static FileUrls found(Collection<FileId> ids) {
        var urls = new HashMap<FileId, String>();
        without("nothing", ids).forEach(id -> urls.put(id, urlOf(id.value())));
        return new FileUrls(urls);
    }

    @Override
    public void stop() {
        services.close();
    }
}
