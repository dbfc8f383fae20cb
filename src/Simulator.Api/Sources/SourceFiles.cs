using System.Collections.Concurrent;
using Simulator.Api.Documents;

namespace Simulator.Api.Sources;

/// <summary>Files that are read once, however many documents point at them. May be used on several threads.</summary>
public sealed class SourceFiles
{
    private readonly ConcurrentDictionary<(string Path, Dialect Dialect), Lazy<ReadFile>> _read = [];

    /// <summary>Those that the reader of the whole document has laid down, or none.</summary>
    public static SourceFiles Of(ReadingContext context) => context.Shared.OfType<SourceFiles>().FirstOrDefault() ?? new SourceFiles();

    /// <summary>As <see cref="SourceTree.ReadFile"/>: what is wrong with the file is told each time.</summary>
    public IReadOnlyList<SourceNode> Read(string path, Diagnostics diagnostics, Dialect dialect = Dialect.Strict)
    {
        var read = _read.GetOrAdd((path, dialect), static key => new(() => Open(key.Path, key.Dialect))).Value;
        diagnostics.AddAll(read.Told);
        diagnostics.AddFiles(read.Told);
        return read.Documents;
    }

    private static ReadFile Open(string path, Dialect dialect)
    {
        var told = new Diagnostics();
        return new ReadFile(SourceTree.ReadFile(path, told, dialect), told);
    }

    private sealed record ReadFile(IReadOnlyList<SourceNode> Documents, Diagnostics Told);
}
