using System.Globalization;
using Simulator.Reports.Measures;

namespace Simulator.Reports.Tables;

/// <summary>
/// Columns of timeseries.csv: cores that pods with a load requested and used, on average of the piece that a moment lies in.
/// </summary>
internal sealed class CpuColumns(RunRecorder run)
{
    private int _piece;

    /// <summary>None in a run of which nobody says what CPU pods use.</summary>
    public static IEnumerable<string> Names(RunRecorder run) => run.Cpu.Count == 0 ? [] : ["cpu_requested", "cpu_used"];

    /// <param name="at">Later than the one before.</param>
    public void Write(CsvTable table, TimeSpan at)
    {
        if (run.Cpu.Count == 0) return;
        while (_piece + 1 < run.Cpu.Count && run.Cpu[_piece].Until <= at) _piece++;
        table.Text(Cores(run.Cpu[_piece].Requested)).Text(Cores(run.Cpu[_piece].Used));
    }

    private static string Cores(double cores) => cores.ToString("0.###", CultureInfo.InvariantCulture);
}
