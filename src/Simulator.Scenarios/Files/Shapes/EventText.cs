using Simulator.Api.Documents;
using Simulator.World.Specification;

namespace Simulator.Scenarios.Files.Shapes;

/// <summary>
/// Moments that only the run knows, as a scenario writes them: <c>allReady + 15s</c>, <c>outage zone-b + 5m</c>, <c>outage zone-b ends +
/// 1m</c>.
/// </summary>
internal static class EventText
{
    public const string Allowed =
        "allReady, outage NAME, outage NAME begins or outage NAME ends, and perhaps a duration after it: outage zone-b ends + 5m";

    private const string DurationPattern = @"\+?([0-9]*\.?[0-9]*(ns|us|µs|μs|ms|s|m|h))+";

    /// <summary>A regular expression that takes what <see cref="Read"/> takes.</summary>
    private const string Pattern = $@"^(allReady|outage [A-Za-z0-9_.-]+( begins| ends)?)( *\+ *(0|{DurationPattern}))?$";

    public static readonly ValueForm Form = new("event", _ => new() { ["type"] = "string", ["pattern"] = Pattern });

    /// <summary>Null after an error. The outage is as it was written: whether there is one is not known yet.</summary>
    public static EventTime? Read(SourceCursor cursor)
    {
        if (cursor.Text() is not { } text) return null;
        var plus = text.IndexOf('+', StringComparison.Ordinal);
        var delay = TimeSpan.Zero;
        if (plus < 0 || GoDuration.TryParse(text[(plus + 1)..].Trim(), out delay))
        {
            var words = (plus < 0 ? text : text[..plus]).Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (EventOf(words, delay) is { } found && delay >= TimeSpan.Zero)
            {
                if (delay <= GoDuration.Longest) return found;
                cursor.Error($"{cursor.Describe()} waits for what is {GoDuration.TooLong}");
                return null;
            }
        }

        cursor.Refuse(Allowed);
        return null;
    }

    private static EventTime? EventOf(string[] words, TimeSpan delay) => words switch
    {
        ["allReady"] => new EventTime(AwaitedEvent.AllReady, "", delay),
        ["outage", var name] => new EventTime(AwaitedEvent.OutageBegins, name, delay),
        ["outage", var name, "begins"] => new EventTime(AwaitedEvent.OutageBegins, name, delay),
        ["outage", var name, "ends"] => new EventTime(AwaitedEvent.OutageEnds, name, delay),
        _ => null,
    };
}
