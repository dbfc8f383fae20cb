namespace Simulator.Reports.Files;

/// <summary>Replaces a folder as a whole: it is either the old one or the new one, never half of each.</summary>
internal static class AtomicFolder
{
    /// <param name="sign">A file that only a folder of ours has; another folder is left alone.</param>
    /// <param name="fill">Writes the new files into the folder that it is given.</param>
    /// <exception cref="IOException">The folder holds something else, or cannot be written.</exception>
    public static void Replace(string folder, string sign, Action<string> fill)
    {
        Refuse(folder, sign);
        var target = TargetOf(folder);
        var (fresh, old) = (Sibling(target, "partial"), Sibling(target, "old"));
        Remove(fresh);
        try
        {
            Directory.CreateDirectory(fresh);
            fill(fresh);
            Swap(target, fresh, old);
        }
        finally
        {
            Remove(fresh);
        }
    }

    /// <summary>Somebody's home folder as the output must not cost them their files.</summary>
    /// <exception cref="IOException">The folder holds something else.</exception>
    public static void Refuse(string folder, string sign)
    {
        var target = TargetOf(folder);
        if (File.Exists(target)) throw new IOException($"'{target}' is a file, not a folder: nothing was written.");
        if (!Directory.Exists(target) || File.Exists(Path.Combine(target, sign)) || !Directory.EnumerateFileSystemEntries(target).Any())
        {
            return;
        }
        throw new IOException($"'{target}' holds other files than results (it has no {sign}): nothing was written.");
    }

    /// <summary>If the second move fails, the first is undone.</summary>
    private static void Swap(string target, string fresh, string old)
    {
        Remove(old);
        if (Directory.Exists(target)) Directory.Move(target, old);
        try
        {
            Directory.Move(fresh, target);
        }
        catch when (Directory.Exists(old))
        {
            Directory.Move(old, target);
            throw;
        }

        Remove(old);
    }

    private static string TargetOf(string folder) => Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));

    /// <summary>Beside the target, so that the move stays on one file system.</summary>
    private static string Sibling(string target, string ending) =>
        Path.Combine(Path.GetDirectoryName(target) ?? ".", $".{Path.GetFileName(target)}.{ending}");

    private static void Remove(string folder)
    {
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
    }
}
