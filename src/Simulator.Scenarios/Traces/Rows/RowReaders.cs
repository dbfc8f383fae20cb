namespace Simulator.Scenarios.Traces.Rows;

/// <summary>Opens files as rows.</summary>
internal static class RowReaders
{
    /// <param name="wanted">Names of columns, in the order of the cells.</param>
    /// <param name="optional">Those of them that a file may lack.</param>
    /// <exception cref="IOException">There is no such file, or it cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    /// <exception cref="InvalidDataException">It has not the columns; a sentence.</exception>
    public static IRowReader Open(string file, RowForm form, IReadOnlyList<string> wanted, IReadOnlyCollection<string> optional) =>
        form.Kind switch
        {
            RowKind.Json => new JsonRows(file, wanted),
            RowKind.Parquet => IsParquet(file)
                ? new ParquetRows(file, wanted, optional)
                : new TextRows(file, form with { Kind = RowKind.Csv }, wanted, optional),
            _ => new TextRows(file, form, wanted, optional),
        };

    /// <summary>The same tables are often passed on as CSV.</summary>
    private static bool IsParquet(string file)
    {
        using var stream = Api.Documents.RegularFile.Open(file);
        Span<byte> start = stackalloc byte[4];
        return stream.ReadAtLeast(start, 4, throwOnEndOfStream: false) == 4 && start.SequenceEqual("PAR1"u8);
    }
}
