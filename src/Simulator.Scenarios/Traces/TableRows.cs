using Simulator.Api.Words;
using Simulator.Scenarios.Packed;
using Simulator.Scenarios.Traces.Expressions;
using Simulator.Scenarios.Traces.Maps;
using Simulator.Scenarios.Traces.Rows;

namespace Simulator.Scenarios.Traces;

/// <summary>The rows of a file that a table takes. What is broken is told, with its place, and left out.</summary>
internal sealed class TableRows(string file, TableForm form, TraceTally tally)
{
    /// <summary>What the head of the file says, once rows are read.</summary>
    public IReadOnlyDictionary<string, string> Head { get; private set; } = new Dictionary<string, string>();

    /// <summary>Numbers of rows; their cells are in the context.</summary>
    public IEnumerable<long> Read(RowContext context)
    {
        if (Try(() => RowReaders.Open(file, form.Rows, form.Columns.Names, form.Optional)) is not { } reader) yield break;
        using (reader)
        {
            Head = reader.Head;
            if (reader.SkippedHead)
            {
                tally.Remark($"the first line of {Path.GetFileName(file)} is taken for names of columns, which the format does not have");
            }

            while (Next(reader) is { } row)
            {
                if (row.Number < 0) continue;
                tally.Rows++;
                context.Clear();
                context.Cells = row.Cells;
                if (IsTaken(context)) yield return row.Number;
            }

            if (reader.Surplus > 0)
            {
                tally.Remark($"rows of {Path.GetFileName(file)} have {reader.Surplus} more columns than the format: not read");
            }
        }
    }

    /// <summary>A row of negative number: it was broken, and told. Null: there are no more.</summary>
    private TraceRow? Next(IRowReader reader)
    {
        try
        {
            return reader.TryRead(out var row) ? row : null;
        }
        catch (RaggedRowException ragged)
        {
            tally.Rows++;
            tally.Break(file, ragged.Row, 1, $"{ragged.Message}; left out");
            return new TraceRow(-1, []);
        }
        catch (Exception broken) when (broken is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            tally.Break(file, 0, 0, $"after row {tally.Rows:N0} the file cannot be read on ({Wording.Shortened(broken.Message)}); "
                + "what stands before is kept");
            return null;
        }
    }

    private bool IsTaken(RowContext context)
    {
        foreach (var rule in form.LeaveOut)
        {
            if (!rule.When.Holds(context)) continue;
            tally.LeaveOut(rule.Because);
            return false;
        }

        foreach (var rule in form.Remarks)
        {
            if (rule.When.Holds(context)) tally.Remark(rule.Because);
        }

        return true;
    }

    private IRowReader? Try(Func<IRowReader> open)
    {
        try
        {
            return open();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            tally.Break(file, 0, 0, PackedFile.Sentence(failure));
        }
        catch (InvalidDataException wrong)
        {
            tally.Break(file, 1, 1, wrong.Message);
        }

        return null;
    }
}
