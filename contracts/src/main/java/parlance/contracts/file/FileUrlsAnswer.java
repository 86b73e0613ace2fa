package parlance.contracts.file;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import parlance.contracts.FileId;
import parlance.contracts.ProtocolDialect;

/**
 * The answer to {@code get_file_urls}, whichever service gives it.
 *
 * @param urls a list in the order of the request, or each by its id (protocol 0.2, D2)
 */
public record FileUrlsAnswer(@JsonProperty("file_urls") Object urls) {

    /**
     * @param asked in the order of the request
     * @param urls by the id that was asked for; files without one are left out
     */
    public static FileUrlsAnswer of(
            List<FileId> asked, Map<FileId, String> urls, ProtocolDialect dialect) {
        var found = asked.stream().filter(urls::containsKey).toList();
        return new FileUrlsAnswer(
                dialect == ProtocolDialect.CLIENT
                        ? byId(found, urls)
                        : found.stream().map(urls::get).toList());
    }

    private static Map<FileId, String> byId(List<FileId> ids, Map<FileId, String> urls) {
        var byId = new LinkedHashMap<FileId, String>();
        ids.forEach(id -> byId.put(id, urls.get(id)));
        return byId;
    }
}
