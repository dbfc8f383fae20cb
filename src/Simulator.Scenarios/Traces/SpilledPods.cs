using Simulator.World.Traces;

namespace Simulator.Scenarios.Traces;

/// <summary>Pods on the disk, in a file that is gone when it is closed.</summary>
internal sealed class SpilledPods : IDisposable
{
    private readonly FileStream _file = new(
        Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 16,
        FileOptions.DeleteOnClose);

    private SpilledPods()
    {
    }

    private int Count { get; set; }

    public static SpilledPods Write(IEnumerable<TracePod> pods)
    {
        var spilled = new SpilledPods();
        using var writer = new BinaryWriter(spilled._file, System.Text.Encoding.UTF8, leaveOpen: true);
        foreach (var pod in pods)
        {
            Write(writer, pod);
            spilled.Count++;
        }

        return spilled;
    }

    public IEnumerable<TracePod> Read()
    {
        _file.Position = 0;
        using var reader = new BinaryReader(_file, System.Text.Encoding.UTF8, leaveOpen: true);
        for (var i = 0; i < Count; i++) yield return Read(reader);
    }

    public void Dispose() => _file.Dispose();

    private static void Write(BinaryWriter writer, TracePod pod)
    {
        writer.Write(pod.Name);
        writer.Write(pod.Group);
        writer.Write(pod.Submit.Ticks);
        writer.Write(pod.Duration?.Ticks ?? -1);
        writer.Write(pod.Waited?.Ticks ?? -1);
        writer.Write(pod.MilliCpu);
        writer.Write(pod.Memory);
        writer.Write(pod.Gpus);
        writer.Write(pod.MilliGpu);
        writer.Write(string.Join('|', pod.GpuModels));
        writer.Write(pod.Node);
        writer.Write(pod.Row);
    }

    private static TracePod Read(BinaryReader reader) => new()
    {
        Name = reader.ReadString(),
        Group = reader.ReadString(),
        Submit = new TimeSpan(reader.ReadInt64()),
        Duration = Span(reader.ReadInt64()),
        Waited = Span(reader.ReadInt64()),
        MilliCpu = reader.ReadInt64(),
        Memory = reader.ReadInt64(),
        Gpus = reader.ReadInt32(),
        MilliGpu = reader.ReadInt32(),
        GpuModels = reader.ReadString() is { Length: > 0 } models ? models.Split('|') : [],
        Node = reader.ReadString(),
        Row = reader.ReadInt64(),
    };

    private static TimeSpan? Span(long ticks) => ticks < 0 ? null : new TimeSpan(ticks);
}
