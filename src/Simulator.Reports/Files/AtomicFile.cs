namespace Simulator.Reports.Files;

/// <summary>Replaces a file as a whole: it is either the old one or the new one.</summary>
public static class AtomicFile
{
    /// <param name="write">Lines end in <c>\n</c> on any machine.</param>
    /// <exception cref="IOException">It cannot be written; then it is as it was.</exception>
    public static void Write(string path, Action<TextWriter> write) => Replace(path, stream =>
    {
        using var text = new StreamWriter(stream) { NewLine = "\n" };
        write(text);
    });

    /// <inheritdoc cref="Write(string, Action{TextWriter})"/>
    public static void Write(string path, byte[] bytes) => Replace(path, stream => stream.Write(bytes));

    private static void Replace(string path, Action<Stream> write)
    {
        var fresh = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path))!, $".{Path.GetFileName(path)}.partial");
        try
        {
            using (var stream = File.Create(fresh)) write(stream);
            File.Move(fresh, path, overwrite: true);
        }
        finally
        {
            File.Delete(fresh);
        }
    }
}
