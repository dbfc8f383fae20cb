namespace Simulator.Reports.RunSets;

/// <summary>
/// Appends finished runs to runs.jsonl; each is on the disk when <see cref="Append"/> returns. Not for several threads at once.
/// </summary>
public sealed class RunSetWriter : IDisposable
{
    private readonly FileStream _file;

    private RunSetWriter(FileStream file) => _file = file;

    /// <summary>A new file; one of that name is replaced.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static RunSetWriter Create(string path, RunSetHeader header)
    {
        var writer = new RunSetWriter(new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read));
        writer.Write(RunSetJson.Line(header));
        return writer;
    }

    /// <summary>Goes on where a file ends; a last line that was cut off is removed.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static RunSetWriter Continue(string path)
    {
        var whole = Array.LastIndexOf(File.ReadAllBytes(path), (byte)'\n') + 1;
        var file = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.Read);
        file.SetLength(whole);
        file.Seek(0, SeekOrigin.End);
        return new RunSetWriter(file);
    }

    /// <exception cref="IOException">The disk is full, or the file cannot be written.</exception>
    public void Append(RunRow row) => Write(RunSetJson.Line(row));

    public void Dispose() => _file.Dispose();

    private void Write(string line)
    {
        _file.Write(System.Text.Encoding.UTF8.GetBytes(line + "\n"));
        _file.Flush(flushToDisk: true);
    }
}
