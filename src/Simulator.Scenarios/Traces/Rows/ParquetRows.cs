using Parquet;
using Parquet.Schema;
using Simulator.Api.Documents;
using Simulator.Api.Words;

namespace Simulator.Scenarios.Traces.Rows;

/// <summary>Rows of a Parquet file; one row group is in memory, and of it the columns that were asked for.</summary>
internal sealed class ParquetRows : IRowReader
{
    private readonly Stream _stream;
    private readonly ParquetReader _reader;
    private readonly DataField?[] _fields;
    private IParquetCells[] _columns = [];
    private int _group;
    private long _row;
    private int _at;
    private long _end;

    /// <inheritdoc cref="RowReaders.Open"/>
    public ParquetRows(string file, IReadOnlyList<string> wanted, IReadOnlyCollection<string> optional)
    {
        File = file;
        _stream = RegularFile.Open(file);
        try
        {
            _reader = Wait(() => ParquetReader.CreateAsync(_stream, leaveStreamOpen: true));
            _fields = [.. wanted.Select(name => FieldOf(name, optional))];
        }
        catch
        {
            _stream.Dispose();
            throw;
        }
    }

    public string File { get; }

    public IReadOnlyDictionary<string, string> Head { get; } = new Dictionary<string, string>();

    public int Surplus => 0;

    public bool TryRead(out TraceRow row)
    {
        row = default;
        while (_at == _end)
        {
            if (_group == _reader.RowGroupCount) return false;
            ReadGroup(_group++);
        }

        row = new TraceRow(++_row, Array.ConvertAll(_columns, column => column[_at]));
        _at++;
        return true;
    }

    public void Dispose()
    {
        _reader.DisposeAsync().AsTask().GetAwaiter().GetResult();
        _stream.Dispose();
    }

    private void ReadGroup(int number)
    {
        using var group = _reader.OpenRowGroupReader(number);
        (_at, _end) = (0, group.RowCount);
        if (_end > Array.MaxLength) throw new InvalidDataException($"row group {number + 1} says that it has {_end:N0} rows; it is broken");
        _columns = Array.ConvertAll(_fields, field => Wait(() => ParquetCells.Read(group, field)));
    }

    private DataField? FieldOf(string name, IReadOnlyCollection<string> optional)
    {
        var fields = _reader.Schema.DataFields.Where(field => field.MaxRepetitionLevel == 0).ToList();
        var field = fields.Find(field => string.Equals(field.Name, name, StringComparison.OrdinalIgnoreCase));
        return field is null && !optional.Contains(name) ? throw MissingColumn.Of(name, [.. fields.Select(each => each.Name)]) : field;
    }

    /// <summary>The library only knows tasks; a file is read by one thread all the same.</summary>
    private static T Wait<T>(Func<Task<T>> read)
    {
        try
        {
            return read().GetAwaiter().GetResult();
        }
        catch (Exception broken) when (broken is not (IOException or UnauthorizedAccessException))
        {
            throw new InvalidDataException($"the file is no Parquet that can be read ({Wording.Shortened(broken.Message)})");
        }
    }
}
