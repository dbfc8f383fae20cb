using Simulator.World.Specification;

namespace Simulator.Studies.Axes;

/// <summary>
/// Paths in few words: with their last step, <c>count</c>, or with as many as tell one from the others, <c>nodePools[1].count</c>.
/// </summary>
public static class ShortNames
{
    /// <summary><c>count=20, start=empty</c>; "" without settings.</summary>
    /// <param name="between">What stands between a name and its value.</param>
    public static string Of(IReadOnlyList<Setting> settings, string between = "=") =>
        Of(settings, [.. settings.Select(setting => setting.Path)], between);

    /// <summary>The same of some settings, where others are told beside them.</summary>
    /// <param name="among">The paths of all.</param>
    public static string Of(IReadOnlyList<Setting> settings, IReadOnlyList<string> among, string between = "=") =>
        string.Join(", ", settings.Select(setting => $"{Of(setting.Path, among)}{between}{setting.Value}"));

    /// <summary>Of each axis, in their order.</summary>
    public static IReadOnlyList<string> Of(IReadOnlyList<Axis> axes)
    {
        List<string> paths = [.. axes.Select(axis => axis.Path)];
        return [.. paths.Select(path => Of(path, paths))];
    }

    /// <summary>The fewest last steps of a path in which no other one ends.</summary>
    public static string Of(string path, IReadOnlyList<string> among) =>
        Ends(path).FirstOrDefault(end => among.All(other => other == path || !Ends(other).Contains(end, StringComparer.Ordinal))) ?? path;

    /// <summary>The last step of a path, the last two, ..., all of it. Points in brackets and quotes part nothing.</summary>
    private static IEnumerable<string> Ends(string path)
    {
        var (inBrackets, inQuotes) = (false, false);
        for (var i = path.Length - 1; i >= 0; i--)
        {
            if (path[i] == '\'') inQuotes = !inQuotes;
            else if (path[i] is '[' or ']' && !inQuotes) inBrackets = path[i] == ']';
            else if (path[i] == '.' && !inBrackets && !inQuotes) yield return path[(i + 1)..];
        }

        yield return path;
    }
}
