using Simulator.Api.Documents;

namespace Simulator.Scenarios.Files.Settings;

/// <summary>What stands in a file where a setting would put another value.</summary>
internal static class PresentValue
{
    /// <returns>Null: there is nothing, or no plain value.</returns>
    public static string? Of(SourceNode document, string path)
    {
        SourceNode? node = document;
        foreach (var step in SettingPath.Parse(path, out _) ?? [])
        {
            node = node switch
            {
                SourceMapping mapping when !step.IsItem => mapping[step.Name],
                SourceSequence list when step.IsItem && ItemNames.Find(list, step.Name) is >= 0 and var index => list.Items[index],
                _ => null,
            };
        }

        return node is SourceScalar { IsNull: false } scalar ? scalar.Text : null;
    }
}
