using System.Globalization;

namespace Simulator.Serve.Documents;

/// <summary>Times as they stand in objects: <c>2016-09-07T13:03:57Z</c>.</summary>
public static class Timestamp
{
    public static string Of(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
