using Simulator.Api.Documents;

namespace Simulator.Scenarios.Traces;

/// <summary>The files of a trace that may lie in folders.</summary>
internal static class TraceFiles
{
    /// <summary>In the order in which they were given; those of a folder by name, numbers in their order.</summary>
    public static IReadOnlyList<string> Of(IReadOnlyList<string> paths, Diagnostics diagnostics)
    {
        var files = new List<string>();
        foreach (var path in paths)
        {
            if (!Directory.Exists(path)) files.Add(path);
            else
            {
                var within = Directory.GetFiles(path).Where(file => Path.GetFileName(file)[0] != '.')
                    .OrderBy(file => Path.GetFileName(file).Length).ThenBy(file => file, StringComparer.Ordinal).ToList();
                if (within.Count == 0) diagnostics.Error(path, 0, 0, "the folder is empty; allowed are files of a trace");
                files.AddRange(within);
            }
        }

        return files;
    }
}
