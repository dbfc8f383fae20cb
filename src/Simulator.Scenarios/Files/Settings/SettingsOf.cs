using Simulator.Api.Documents;
using Simulator.Api.Sources;
using Simulator.Scenarios.Files.Shapes;
using Simulator.World.Specification;

namespace Simulator.Scenarios.Files.Settings;

/// <summary>Changes the tree of a file before it is read, so that every check of the file holds for what was set.</summary>
internal static class SettingsOf
{
    /// <summary>The tree with all settings, one after the other; what cannot be set is told, and left out.</summary>
    /// <param name="shape">What may stand in the file.</param>
    public static SourceNode Apply(SourceNode document, IShape shape, IReadOnlyList<Setting> settings, Diagnostics diagnostics)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var setting in settings)
        {
            var place = PlaceOf(setting);
            if (!setting.Path.EndsWith($"[{SettingWalk.Added}]", StringComparison.Ordinal) && !seen.Add(setting.Path))
            {
                diagnostics.Error(place, 0, 0, $"{setting.Path} is set twice");
            }
            else if (SettingPath.Parse(setting.Path, out var problem) is not { } steps)
            {
                diagnostics.Error(
                    place, 0, 0, $"the path {problem}; allowed are paths as in clusters[0].nodePools[0].count or clusters[east].region");
            }
            else if (GivenValue.Read(place, setting.Value, diagnostics) is { } value)
            {
                document = new SettingWalk(steps, value, diagnostics).Change(document, shape);
            }
        }

        return document;
    }

    /// <summary>What stands for the file in sentences about the value.</summary>
    private static string PlaceOf(Setting setting) => $"--set {setting}";
}
