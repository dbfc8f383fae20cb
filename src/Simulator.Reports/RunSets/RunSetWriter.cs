using System.Diagnostics;

namespace Simulator.Reports.RunSets;

/// <summary>
/// Appends finished runs to runs.jsonl; each is out of the program when <see cref="Append"/> returns. Not for several threads at once.
/// </summary>
public sealed class RunSetWriter : IDisposable
{
    private static readonly TimeSpan BetweenFlushes = TimeSpan.FromSeconds(1);

    private readonly FileStream _file;
    private long _onDisk;

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

    /// <summary>Replaces a file by what was read of it, and goes on at its end.</summary>
    /// <exception cref="IOException">It cannot be written; then it is as it was.</exception>
    public static RunSetWriter Rewrite(string path, RunSet set)
    {
        var fresh = path + ".partial";
        using (var writer = Create(fresh, set.Header))
        {
            foreach (var row in set.Rows) writer.Append(row);
        }

        File.Move(fresh, path, overwrite: true);
        return Continue(path);
    }

    /// <exception cref="IOException">The disk is full, or the file cannot be written.</exception>
    public void Append(RunRow row) => Write(RunSetJson.Line(row));

    public void Dispose()
    {
        _file.Flush(flushToDisk: true);
        _file.Dispose();
    }

    /// <summary>
    /// The system has each line at once, whatever ends the program; the disk has it a second later, whatever ends the machine.
    /// </summary>
    private void Write(string line)
    {
        _file.Write(System.Text.Encoding.UTF8.GetBytes(line + "\n"));
        var isDue = Stopwatch.GetElapsedTime(_onDisk) > BetweenFlushes;
        _file.Flush(flushToDisk: isDue);
        if (isDue) _onDisk = Stopwatch.GetTimestamp();
    }
}
