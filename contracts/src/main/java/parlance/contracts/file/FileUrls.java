package parlance.contracts.file;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;
import parlance.contracts.FileId;

/**
 * Where files can be fetched, by the id that was asked for; what there is no file for is absent.
 */
public record FileUrls(@JsonProperty("urls") Map<FileId, String> urls) {}
