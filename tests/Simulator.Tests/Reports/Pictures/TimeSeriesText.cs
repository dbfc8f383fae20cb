using System.Globalization;

namespace Simulator.Tests.Reports.Pictures;

/// <summary>timeseries.csv, read back.</summary>
internal static class TimeSeriesText
{
    public static List<Dictionary<string, double>> Read(string csv)
    {
        var lines = csv.TrimEnd('\n').Split('\n');
        var columns = lines[0].Split(',');
        return [.. lines.Skip(1).Select(line => columns.Zip(line.Split(',')).ToDictionary(
            cell => cell.First, cell => double.Parse(cell.Second, CultureInfo.InvariantCulture)))];
    }
}
