using Simulator.Engine;
using Simulator.World.Specification;

namespace Simulator.World.Users;

/// <summary>The users of a federation: who asks DNS for what, and whom their requests meet.</summary>
internal sealed class UserWorld : ICallback
{
    private readonly UserSetting _setting;
    private readonly List<UserGroup> _touched = [];
    private bool _isFlushing;

    public UserWorld(IReadOnlyList<UserSpec> users, UserSetting setting)
    {
        _setting = setting;
        Groups = [.. users.Select((spec, number) => new UserGroup(spec, number, setting, Touch))];
        setting.Zone.Records.Changed += _ => AskAll();
        setting.Zone.Servers.Changed += AskAll;
        setting.Network.Changed += TouchAll;
        foreach (var cluster in setting.Clusters)
        {
            cluster.Cloud.BalancersChanged += TouchAll;
            cluster.Dns.Changed += AskAll;
        }
    }

    public IReadOnlyList<UserGroup> Groups { get; }

    /// <summary>Everything else is there; answers have long been known.</summary>
    public void Begin()
    {
        foreach (var group in Groups) group.Begin();
    }

    /// <summary>The run is over.</summary>
    public void End()
    {
        foreach (var group in Groups) group.End();
    }

    void ICallback.Invoke(long payload)
    {
        for (var i = 0; i < _touched.Count; i++)
        {
            _touched[i].IsTouched = false;
            _touched[i].Route();
        }

        _touched.Clear();
        _isFlushing = false;
    }

    private void AskAll()
    {
        foreach (var group in Groups) group.Ask();
    }

    private void TouchAll()
    {
        foreach (var group in Groups) Touch(group);
    }

    /// <summary>To be routed anew at the end of this moment.</summary>
    private void Touch(UserGroup group)
    {
        if (group.IsTouched) return;
        group.IsTouched = true;
        _touched.Add(group);
        if (_isFlushing) return;
        _isFlushing = true;
        _setting.Simulation.Schedule(TimeSpan.Zero, this, priority: short.MaxValue);
    }
}
