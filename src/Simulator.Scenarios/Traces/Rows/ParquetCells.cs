using System.Globalization;
using Parquet;
using Parquet.Schema;

namespace Simulator.Scenarios.Traces.Rows;

/// <summary>A column of a row group.</summary>
internal interface IParquetCells
{
    /// <summary>As text; "" where there is nothing.</summary>
    string this[int row] { get; }
}

/// <summary>Reads columns of whatever type.</summary>
internal static class ParquetCells
{
    /// <param name="field">Null: the file has no such column.</param>
    /// <exception cref="InvalidDataException">Its type is none of numbers and texts.</exception>
    public static Task<IParquetCells> Read(ParquetRowGroupReader group, DataField? field) => field switch
    {
        null => Task.FromResult<IParquetCells>(new NoCells()),
        _ when field.ClrType == typeof(int) => Numbers<int>(group, field),
        _ when field.ClrType == typeof(long) => Numbers<long>(group, field),
        _ when field.ClrType == typeof(double) => Numbers<double>(group, field),
        _ when field.ClrType == typeof(float) => Numbers<float>(group, field),
        _ when field.ClrType == typeof(short) => Numbers<short>(group, field),
        _ when field.ClrType == typeof(DateTime) => Numbers<DateTime>(group, field),
        _ when field.ClrType == typeof(string) || field.ClrType == typeof(ReadOnlyMemory<char>) => Texts(group, field),
        _ => throw new InvalidDataException($"column '{field.Name}' is of type {field.ClrType.Name}; allowed are numbers and texts"),
    };

    private static async Task<IParquetCells> Numbers<T>(ParquetRowGroupReader group, DataField field)
        where T : struct, IFormattable
    {
        var numbers = new T?[group.RowCount];
        if (field.IsNullable) await group.ReadAsync<T>(field, numbers.AsMemory()).ConfigureAwait(false);
        else
        {
            var all = new T[group.RowCount];
            await group.ReadAsync<T>(field, all.AsMemory()).ConfigureAwait(false);
            for (var i = 0; i < all.Length; i++) numbers[i] = all[i];
        }

        return new NumberCells<T>(numbers);
    }

    private static async Task<IParquetCells> Texts(ParquetRowGroupReader group, DataField field)
    {
        var texts = new string?[group.RowCount];
        await group.ReadAsync(field, texts.AsMemory()).ConfigureAwait(false);
        return new TextCells(texts);
    }

    private sealed class NoCells : IParquetCells
    {
        public string this[int row] => "";
    }

    private sealed class TextCells(string?[] texts) : IParquetCells
    {
        public string this[int row] => texts[row] ?? "";
    }

    private sealed class NumberCells<T>(T?[] numbers) : IParquetCells
        where T : struct, IFormattable
    {
        public string this[int row] =>
            numbers[row]?.ToString(typeof(T) == typeof(DateTime) ? "o" : null, CultureInfo.InvariantCulture) ?? "";
    }
}
