using CsvHelper;
using Simulator.Api.Words;

namespace Simulator.Reports.Tables;

/// <summary>A CSV file being written: comma separated, quoted where needed, lines end in "\n", invariant numbers.</summary>
public sealed class CsvTable : IDisposable
{
    /// <summary>Rows between two flushes, so that a file may be cut between them.</summary>
    public const int GroupRows = 50_000;

    private readonly TextWriter _text;
    private readonly CsvWriter _writer;
    private int _rows;

    public CsvTable(TextWriter text, params ReadOnlySpan<string> columns)
    {
        _text = text;
        _writer = CsvWriter.Create(text, new CsvWriterOptions { NewLine = "\n" }, leaveOpen: true);
        _writer.WriteHeader(columns);
    }

    public CsvTable Text(string value)
    {
        _writer.WriteField(VisibleText.Of(value));
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

    /// <summary>A share of which the nines count, to the thousand-millionth.</summary>
    public CsvTable Nines(double share) => Number(share, 9);

    /// <summary>So many a second, to the thousandth.</summary>
    public CsvTable Rate(double perSecond) => Number(perSecond, 3);

    /// <summary>Seconds that are not of the clock, to the microsecond.</summary>
    public CsvTable Rounded(double seconds) => Number(seconds, 6);

    public void End()
    {
        _writer.EndRecord();
        if (++_rows % GroupRows == 0) Flush();
    }

    public void Flush()
    {
        _writer.Flush();
        _text.Flush();
    }

    public void Dispose() => _writer.Dispose();

    private CsvTable Number(double? value, int decimals)
    {
        if (value is { } number) _writer.WriteField(Math.Round(number, decimals), default);
        else _writer.WriteField("");
        return this;
    }
}
