namespace Simulator.Cli.Output;

/// <summary>Paths in results: those hold no path of a machine.</summary>
internal static class ShownPath
{
    /// <summary>As seen from here, or the bare name of what is elsewhere.</summary>
    public static string Of(string place)
    {
        var path = Path.GetRelativePath(Environment.CurrentDirectory, place).Replace('\\', '/');
        return path.StartsWith("..", StringComparison.Ordinal) || Path.IsPathRooted(path) ? Path.GetFileName(path) : path;
    }
}
