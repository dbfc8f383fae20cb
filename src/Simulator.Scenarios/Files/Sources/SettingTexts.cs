using Simulator.Api.Documents;

namespace Simulator.Scenarios.Files.Sources;

/// <summary>Settings of a plug-in: keys and texts, as the plug-in will have them.</summary>
internal static class SettingTexts
{
    public static readonly IReadOnlyDictionary<string, string> None = new Dictionary<string, string>();

    public static IReadOnlyDictionary<string, string> Read(SourceCursor cursor)
    {
        var settings = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, value) in cursor.Entries())
        {
            if (value.Text() is { } text) settings[key] = text;
        }

        return settings;
    }
}
