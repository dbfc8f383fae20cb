using System.IO.Enumeration;
using Simulator.Api.Documents;

namespace Simulator.Scenarios.Traces;

/// <summary>The files of a trace that may lie in folders.</summary>
internal static class TraceFiles
{
    private static readonly string[] Notes = ["README*", "LICENSE*"];

    /// <summary>In the order in which they were given; those of a folder by name, numbers in their order.</summary>
    /// <param name="beside">Patterns of files that lie beside those with pods: they are left out of folders, and told.</param>
    public static IReadOnlyList<string> Of(
        IReadOnlyList<string> paths, IReadOnlyList<string> beside, TraceTally tally, Diagnostics diagnostics)
    {
        var files = new List<string>();
        foreach (var path in paths)
        {
            if (!Directory.Exists(path)) files.Add(path);
            else
            {
                var within = Directory.GetFiles(path).Where(file => Path.GetFileName(file)[0] != '.')
                    .OrderBy(file => Path.GetFileName(file).Length).ThenBy(file => file, StringComparer.Ordinal).ToList();
                var others = within.RemoveAll(file => IsBeside(Path.GetFileName(file), beside));
                for (var i = 0; i < others; i++) tally.LeaveOut("files of the folder that hold no pods");
                if (within.Count == 0) diagnostics.Error(path, 0, 0, "the folder has no file with pods; allowed are files of a trace");
                files.AddRange(within);
            }
        }

        return files;
    }

    private static bool IsBeside(string name, IReadOnlyList<string> beside) =>
        Notes.Concat(beside).Any(pattern => FileSystemName.MatchesSimpleExpression(pattern, name));
}
