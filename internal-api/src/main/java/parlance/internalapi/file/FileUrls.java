package parlance.internalapi.file;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;
import parlance.contracts.FileId;

/** The download URLs of files, by the id that was asked for; ids without a file are absent. */
public record FileUrls(@JsonProperty("urls") Map<FileId, String> urls) {}
