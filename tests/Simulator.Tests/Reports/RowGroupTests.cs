using System.IO.Compression;
using Simulator.Reports.Tables;
using Simulator.World.Observations;
using Xunit;

namespace Simulator.Tests.Reports;

/// <summary>Tables that are too large for a plain file.</summary>
public sealed class RowGroupTests : IDisposable
{
    /// <summary>Of 100 bytes with its end.</summary>
    private static readonly string Row = new('x', 99);

    private readonly string _root = Directory.CreateTempSubdirectory("groups").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Theory]
    [InlineData(499_900, "t.csv")]
    [InlineData(500_100, "t.csv.gz")]
    public void A_table_above_50_MB_is_compressed_and_never_there_twice(int rows, string name)
    {
        Assert.Equal(name, Write(rows));
        Assert.Equal(name, Path.GetFileName(Assert.Single(Directory.GetFiles(_root))));
        Assert.Equal(rows + 1, File.ReadLines(Plain(name)).Count());
    }

    [Fact]
    public void Each_member_is_50000_rows_and_can_be_read_without_the_others()
    {
        Write(620_001);
        var members = Members(File.ReadAllBytes(Path.Combine(_root, "t.csv.gz")));
        Assert.Equal(13, members.Count);
        Assert.StartsWith("row,text\n0,xxx", members[0], StringComparison.Ordinal);
        Assert.StartsWith("550000,xxx", members[11], StringComparison.Ordinal);
        Assert.All(members[1..^1], member => Assert.Equal(50_000, member.Count(letter => letter == '\n')));
        Assert.Equal(20_001, members[^1].Count(letter => letter == '\n'));
    }

    [Fact]
    public void The_same_rows_are_the_same_bytes()
    {
        Write(520_000);
        var first = File.ReadAllBytes(Path.Combine(_root, "t.csv.gz"));
        File.Delete(Path.Combine(_root, "t.csv.gz"));
        Write(520_000);
        Assert.True(first.AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(_root, "t.csv.gz"))));
    }

    [Fact]
    public void Events_are_kept_all_and_compressed()
    {
        using var events = new EventTable();
        var subject = "default/" + new string('p', 92);
        for (var i = 1; i <= 510_000; i++)
        {
            events.Observe(new Observation(TimeSpan.FromMilliseconds(i), ObservationKind.PodReady, "east", subject));
        }

        Assert.Equal("events.csv.gz", events.Write(_root));
        Assert.Equal(510_001, File.ReadLines(Plain("events.csv.gz")).Count());
        Assert.Equal($"510,east,PodReady,{subject},,0,0", File.ReadLines(Plain("events.csv.gz")).Last());
    }

    [Fact]
    public void A_disk_that_is_full_while_a_table_is_compressed_is_told()
    {
        using var plain = new MemoryStream();
        using var groups = new RowGroups(plain, () => throw new IOException("No space left on device"));
        groups.Write(new byte[RowGroups.PlainMax + 1]);
        Assert.Equal("No space left on device", Assert.Throws<IOException>(groups.Flush).Message);
    }

    private string Write(int rows) => TableFile.Write(_root, "t.csv", text =>
    {
        using var table = new CsvTable(text, "row", "text");
        for (var i = 0; i < rows; i++) table.Number(i).Text(Row[..^$"{i},".Length]).End();
    });

    /// <summary>As zcat reads it.</summary>
    private string Plain(string name)
    {
        var path = Path.Combine(_root, name);
        if (!name.EndsWith(".gz", StringComparison.Ordinal)) return path;
        using var gzip = new GZipStream(File.OpenRead(path), CompressionMode.Decompress);
        using var file = File.Create(path + ".plain");
        gzip.CopyTo(file);
        return path + ".plain";
    }

    /// <summary>Each is decompressed from its own first byte.</summary>
    private static List<string> Members(byte[] file)
    {
        byte[] magic = [0x1f, 0x8b, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00];
        var starts = new List<int>();
        for (var at = 0; file.AsSpan(at).IndexOf(magic) is >= 0 and var next; at += next + 1) starts.Add(at + next);
        starts.Add(file.Length);
        return [.. starts.Zip(starts.Skip(1), (from, to) => Text(file[from..to]))];
    }

    private static string Text(byte[] member)
    {
        using var text = new StreamReader(new GZipStream(new MemoryStream(member), CompressionMode.Decompress));
        return text.ReadToEnd();
    }
}
