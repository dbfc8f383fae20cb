using System.Text.RegularExpressions;

namespace Simulator.Tests.Quality;

/// <summary>
/// A folder of src whose sub-folders are floors, as a row of the table in src/README.md has it: who stands on which floor, and who stands
/// beside the house and looks in.
/// </summary>
/// <param name="Path">Below src, without the project's <c>Simulator.</c>: <c>World/Nodes</c>.</param>
/// <param name="Floors">From the ground up. A folder knows those of the floors below its own; <c>.</c> are the house's own files.</param>
/// <param name="Beside">Nobody in the house knows them; they know every floor but the topmost.</param>
internal sealed record House(string Path, IReadOnlyList<IReadOnlyList<string>> Floors, IReadOnlyList<string> Beside)
{
    private static readonly Regex Row = new(@"^\| `(?<path>[\w/]+)` \| (?<floors>[^|]+) \| (?<beside>[^|]*)\|$");

    public string Namespace => $"Simulator.{Path.Replace('/', '.')}";

    public string Folder => System.IO.Path.Combine([Repository.Folder("src"), .. $"Simulator.{Path}".Split('/')]);

    /// <summary>The houses of the table that begins with the given line.</summary>
    public static IReadOnlyList<House> Read(string page, string header) =>
    [
        .. page.Split('\n').SkipWhile(line => line != header).Skip(2).TakeWhile(line => line.StartsWith('|')).Select(Parse),
    ];

    /// <summary>Why no file of one folder may know the other one; null if it may.</summary>
    public string? Forbids(string from, string to)
    {
        if (from == to) return null;
        if (Beside.Contains(to)) return $"{to} stands beside the house";
        var (here, there) = (FloorOf(from), FloorOf(to));
        if (there < 0) return $"{to} is in no row of the table";
        if (Beside.Contains(from)) return there < Floors.Count - 1 ? null : $"{from} only looks in, and {to} is the top of the house";
        if (here < 0) return $"{from} is in no row of the table";
        return there < here ? null : there == here ? $"{to} is on the same floor" : $"{to} is above {from}";
    }

    private int FloorOf(string folder) => Floors.ToList().FindIndex(floor => floor.Contains(folder));

    private static House Parse(string line)
    {
        var row = Row.Match(line);
        if (!row.Success) throw new FormatException($"not a row of the table of floors: {line}");
        var floors = row.Groups["floors"].Value.Split('·').Select(Names);
        return new House(row.Groups["path"].Value, [.. floors], Names(row.Groups["beside"].Value));
    }

    private static IReadOnlyList<string> Names(string list) =>
        list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
