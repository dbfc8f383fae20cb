namespace Simulator.Reports.Files;

/// <summary>One run, or one study, at a time writes to a folder: a file beside or in it that its process holds, and that ends with it.
/// </summary>
public sealed class FolderLock : IDisposable
{
    private readonly FileStream _file;

    private FolderLock(FileStream file) => _file = file;

    /// <summary>Of a folder whose files come one after the other: in it.</summary>
    /// <exception cref="IOException">It is taken, or cannot be written; a sentence.</exception>
    public static FolderLock TakeIn(string folder) => Take(Path.Combine(folder, Leftovers.LockEnding), folder);

    /// <param name="folder">For the message.</param>
    /// <exception cref="FolderTakenException">Another process, or another run of this one, holds it.</exception>
    /// <exception cref="IOException">It cannot be made.</exception>
    internal static FolderLock Take(string path, string folder)
    {
        try
        {
            return new FolderLock(
                new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose));
        }
        catch (IOException) when (File.Exists(path))
        {
            throw new FolderTakenException(folder);
        }
    }

    public void Dispose() => _file.Dispose();
}
