namespace Simulator.Reports.Files;

/// <summary>One run at a time writes to a folder: a file beside it that its process holds, and that ends with it.</summary>
internal sealed class FolderLock : IDisposable
{
    private readonly FileStream _file;

    private FolderLock(FileStream file) => _file = file;

    /// <param name="folder">For the message.</param>
    /// <exception cref="FolderTakenException">Another process, or another run of this one, holds it.</exception>
    /// <exception cref="IOException">It cannot be made.</exception>
    public static FolderLock Take(string path, string folder)
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
