using CsvHelper;

namespace Simulator.Reports.Tables;

/// <summary>A CSV file being written: comma separated, quoted where needed, lines end in "\n", invariant numbers.</summary>
internal sealed class CsvTable : IDisposable
{
    private readonly CsvWriter _writer;

    public CsvTable(TextWriter text, params ReadOnlySpan<string> columns)
    {
        _writer = CsvWriter.Create(text, new CsvWriterOptions { NewLine = "\n" }, leaveOpen: true);
        _writer.WriteHeader(columns);
    }

    public CsvTable Text(string value)
    {
        _writer.WriteField(value);
        return this;
    }

    public CsvTable Number(long value)
    {
        _writer.WriteField(value, default);
        return this;
    }

    /// <summary>In seconds, to the microsecond; empty for null.</summary>
    public CsvTable Seconds(TimeSpan? span) => Number(span?.TotalSeconds, 6);

    /// <summary>A share from 0 to 1.</summary>
    public CsvTable Share(double share) => Number(share, 4);

    /// <summary>So many a second, to the thousandth.</summary>
    public CsvTable Rate(double perSecond) => Number(perSecond, 3);

    public void End() => _writer.EndRecord();

    public void Dispose() => _writer.Dispose();

    private CsvTable Number(double? value, int decimals)
    {
        if (value is { } number) _writer.WriteField(Math.Round(number, decimals), default);
        else _writer.WriteField("");
        return this;
    }
}
