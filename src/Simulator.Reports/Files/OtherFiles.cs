namespace Simulator.Reports.Files;

/// <summary>Somebody's home folder as the output must not cost them their files.</summary>
internal static class OtherFiles
{
    /// <param name="folder">It need not be there.</param>
    /// <param name="sign">A file that only folders of ours have.</param>
    /// <exception cref="IOException">It is a file, or holds something else.</exception>
    public static void Refuse(string folder, string sign)
    {
        var target = Path.GetFullPath(folder);
        if (File.Exists(target)) throw new IOException($"'{target}' is a file, not a folder: nothing was written.");
        if (!Directory.Exists(target) || File.Exists(Path.Combine(target, sign))) return;
        if (!Directory.EnumerateFileSystemEntries(target).Any(entry => !Leftovers.IsOne(entry))) return;
        throw new IOException($"'{target}' holds other files than results (it has no {sign}): nothing was written.");
    }
}
