namespace Simulator.Reports.Tables;

/// <summary>
/// A CSV file of a folder: <c>pods.csv</c>, or <c>pods.csv.gz</c> if it is more than <see cref="RowGroups.PlainMax"/> bytes.
/// </summary>
public static class TableFile
{
    private const string GzipEnding = ".gz";

    /// <summary>Writes rows as they are made.</summary>
    /// <returns>The name of the file.</returns>
    public static string Write(string folder, string name, Action<TextWriter> write)
    {
        var path = Path.Combine(folder, name);
        using var groups = new RowGroups(
            new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite), () => File.Create(path + GzipEnding));
        using (var text = new StreamWriter(groups) { NewLine = "\n" }) write(text);
        if (!groups.IsCompressed) return name;
        File.Delete(path);
        return name + GzipEnding;
    }

    /// <summary>Writes rows that were made before.</summary>
    /// <inheritdoc cref="Write(string, string, Action{TextWriter})"/>
    public static string Write(string folder, string name, RowGroups groups)
    {
        var written = groups.IsCompressed ? name + GzipEnding : name;
        using var file = File.Create(Path.Combine(folder, written));
        groups.CopyAllTo(file);
        return written;
    }
}
