using Simulator.Api;
using Simulator.ControlPlane.Controllers.Throttling;
using Simulator.Engine;
using Simulator.World.Nodes.Machines;
using Simulator.World.Observations;

namespace Simulator.World.Nodes.Images;

/// <summary>What a kubelet can say at once of an image that a container needs.</summary>
internal enum ImageAnswer
{
    Present,

    /// <summary>It is being pulled: the asker is called back.</summary>
    Pulling,

    /// <summary>It may not be pulled, or the last try failed a short time ago.</summary>
    Refused,
}

/// <summary>
/// The images on one node and its pulls: one at a time unless --serialize-image-pulls is off, limited by --registry-qps, with a back-off
/// for each pod and image.
/// </summary>
internal sealed class ImageCache(ImageSetting setting, MachineState machine)
{
    private readonly HashSet<string> _present = new(StringComparer.Ordinal);
    private readonly Queue<Pull> _waiting = [];
    private Backoff _backoff = NewBackoff();
    private TokenBucket? _tokens;
    private int _life;
    private int _running;

    /// <summary>Images in the order of their arrival; nothing is known of those that were there from the start.</summary>
    public List<string> Pulled { get; } = [];

    private Simulation Simulation => setting.Simulation;

    private Instant Now => Instant.FromStart(Simulation.Now);

    /// <param name="done">Called once if the answer is <see cref="ImageAnswer.Pulling"/>: true if the image is there.</param>
    public ImageAnswer Ensure(Pod pod, Container container, Action<bool> done)
    {
        var (policy, isPresent) = (ImagePulls.PolicyOf(container), IsPresent(container.Image));
        if (policy == "Never") return isPresent ? ImageAnswer.Present : ImageAnswer.Refused;
        if (policy != "Always" && isPresent) return ImageAnswer.Present;
        var key = $"{pod.Metadata.Uid}_{container.Image}";
        if (_backoff.IsInBackOffSinceUpdate(key, Now)) return ImageAnswer.Refused;
        _waiting.Enqueue(new Pull(container.Image, key, done));
        StartNext();
        return ImageAnswer.Pulling;
    }

    /// <summary>Why a container's image is not at hand, in words; null if it is.</summary>
    public string? Missing(Container container)
    {
        var policy = ImagePulls.PolicyOf(container);
        if (IsPresent(container.Image) && (policy != "Always" || setting.Registry.IsUp)) return null;
        if (policy == "Never") return $"its image {container.Image} is not there and may not be pulled";
        if (machine.IsDiskFull) return $"its image {container.Image} cannot be pulled, the disk is full";
        return setting.Registry.IsUp
            ? $"its image {container.Image} is being pulled"
            : $"its image {container.Image} cannot be pulled, the registry is down";
    }

    /// <summary>The kubelet stopped: what was pulled is on its disk, what was under way is not, and it remembers no failure.</summary>
    public void LosePulls()
    {
        _life++;
        _running = 0;
        _waiting.Clear();
        _backoff = NewBackoff();
        _tokens = null;
    }

    public void LoseDisk()
    {
        _present.Clear();
        Pulled.Clear();
        IsEmptied = true;
    }

    /// <summary>Images that a scenario puts on every node are gone with the disk.</summary>
    private bool IsEmptied { get; set; }

    private bool IsPresent(string image) => (setting.Options.ImagesPresent && !IsEmptied) || _present.Contains(image);

    private void StartNext()
    {
        while (_waiting.Count > 0 && (_running == 0 || !setting.Options.SerializeImagePulls)) Start(_waiting.Dequeue());
    }

    private void Start(Pull pull)
    {
        _running++;
        var (life, begin) = (_life, Simulation.Now);
        _tokens ??= new TokenBucket(setting.Options.RegistryQps, setting.Options.RegistryBurst, Now);
        var isAllowed = _tokens.TryTake(Now) && !machine.IsDiskFull;
        Simulation.Schedule(isAllowed ? DurationOf(pull) : TimeSpan.Zero, () =>
        {
            if (life == _life) End(pull, begin, isAllowed && setting.Registry.IsUp);
        });
    }

    /// <summary>An image that is there is only compared with the registry's.</summary>
    private TimeSpan DurationOf(Pull pull)
    {
        var options = setting.Options;
        if (!setting.Registry.IsUp) return machine.Slowed(options.ImagePullOverhead);
        var usual = IsPresent(pull.Image)
            ? options.ImageCheckDuration
            : Microseconds.Of(options.ImageBytes / options.ImagePullBytesPerSecond * 1e6) + options.ImagePullOverhead;
        return machine.Slowed(usual.Times(setting.Registry.Slowness));
    }

    private void End(Pull pull, TimeSpan begin, bool isThere)
    {
        _running--;
        if (isThere) Keep(pull.Image, begin);
        else Fail(pull);
        pull.Done(isThere);
        StartNext();
    }

    private void Keep(string image, TimeSpan begin)
    {
        if (IsPresent(image)) return;
        _present.Add(image);
        Pulled.Add(image);
        setting.Changes.Tell(machine);
        setting.Log.Write(ObservationKind.ImagePulled, machine.Name, image, (long)(Simulation.Now - begin).TotalMicroseconds);
    }

    private void Fail(Pull pull)
    {
        _backoff.Next(pull.Key, Now, Now);
        setting.Log.Write(ObservationKind.ImagePullFailed, machine.Name, pull.Image);
    }

    private static Backoff NewBackoff() => new(TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(300));

    private sealed record Pull(string Image, string Key, Action<bool> Done);
}
