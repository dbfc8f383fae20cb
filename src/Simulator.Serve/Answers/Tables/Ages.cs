using System.Globalization;
using System.Text.Json.Nodes;
using Simulator.Serve.Documents;

namespace Simulator.Serve.Answers.Tables;

/// <summary>How long ago something was, as kubectl writes it: <c>45s</c>, <c>3m</c>, <c>5h</c>, <c>2d</c>.</summary>
internal static class Ages
{
    public static JsonNode Of(JsonNode? time, DateTimeOffset now)
    {
        if (!DateTimeOffset.TryParse(time.AsText(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var then))
        {
            return "<unknown>";
        }
        var age = now - then;
        var text = age switch
        {
            { TotalSeconds: < 0 } => "0s",
            { TotalSeconds: < 120 } => $"{(int)age.TotalSeconds}s",
            { TotalMinutes: < 180 } => $"{(int)age.TotalMinutes}m",
            { TotalHours: < 48 } => $"{(int)age.TotalHours}h",
            _ => $"{(int)age.TotalDays}d",
        };
        return text;
    }
}
