using System.Globalization;
using Simulator.Api.Documents;

namespace Simulator.Scenarios.Files.Settings;

/// <summary>Items of lists by what users call them.</summary>
internal static class ItemNames
{
    /// <summary>Keys whose texts name an item: <c>nodePools[default]</c>, <c>expect[pods.pendingAtEnd]</c>.</summary>
    private static readonly string[] Keys = ["name", "measure"];

    /// <summary>Those that only one item has.</summary>
    public static IReadOnlyList<string> Of(SourceSequence list) =>
        [.. list.Items.Select(NameOf).OfType<string>().GroupBy(name => name).Where(group => group.Count() == 1).Select(group => group.Key)];

    /// <summary>Where the item with a number or a name stands; -1 if there is none.</summary>
    public static int Find(SourceSequence list, string wanted)
    {
        if (int.TryParse(wanted, NumberStyles.None, CultureInfo.InvariantCulture, out var index))
        {
            return index < list.Items.Count ? index : -1;
        }
        if (!Of(list).Contains(wanted)) return -1;
        return list.Items.Select(NameOf).ToList().IndexOf(wanted);
    }

    private static string? NameOf(SourceNode item) => item is SourceMapping mapping
        ? Keys.Select(key => mapping[key]).OfType<SourceScalar>().FirstOrDefault()?.Text
        : null;
}
