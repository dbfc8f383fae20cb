using Simulator.Reports.Measures.Money;

namespace Simulator.Reports.Measures.Scaling;

/// <summary>How many pods of a workload its load needed over a run, beside those that were ready and served.</summary>
internal sealed class DemandLife(string workload, IReadOnlyList<string> services, PodNeed need)
{
    /// <summary>Below it 1.3's autoscaler lets a load be (pkg/controller/podautoscaler/horizontal.go: tolerance).</summary>
    private const double Tolerance = 0.1;

    private readonly double[] _rates = new double[services.Count];
    private Accrual _missing;
    private Accrual _idle;
    private bool _isAsked = need.Demand.Count > 0;
    private int _step;
    private double _milliCpu;
    private int _pods;

    /// <summary>"namespace/name".</summary>
    public string Workload => workload;

    /// <summary>Those that send it its load.</summary>
    public IReadOnlyList<string> Services => services;

    /// <summary>When the load exceeded the autoscaler's target by more than its tolerance.</summary>
    public Episodes Excess { get; } = new();

    /// <summary>Pod-hours that were missing to serve what came.</summary>
    public double MissingAt(TimeSpan at) => _missing.At(at);

    /// <summary>Pod-hours beyond those that the target needs.</summary>
    public double IdleAt(TimeSpan at) => _idle.At(at);

    public void SetRate(TimeSpan at, string service, double perSecond)
    {
        AdvanceTo(at);
        for (var i = 0; i < services.Count; i++)
        {
            if (services[i] == service) _rates[i] = perSecond;
        }

        _isAsked = true;
        Judge(at, null);
    }

    /// <param name="pods">Ready and serving.</param>
    /// <param name="pod">Whose change it is.</param>
    public void SetPods(TimeSpan at, int pods, PodLife? pod)
    {
        AdvanceTo(at);
        if (pods == _pods) return;
        _pods = pods;
        Judge(at, pod);
    }

    /// <summary>Demands change without a fact.</summary>
    public void AdvanceTo(TimeSpan at)
    {
        while (_step < need.Demand.Count && need.Demand[_step].At <= at)
        {
            var step = need.Demand[_step++];
            _milliCpu = step.MilliCpu;
            Judge(step.At, null);
        }
    }

    private void Judge(TimeSpan at, PodLife? pod)
    {
        if (!_isAsked) return;
        var rate = _rates.Sum();
        var wanted = need.ForTarget(rate, _milliCpu);
        Change(ref _missing, at, need.ToServe(rate, _milliCpu) - _pods);
        Change(ref _idle, at, _pods - Math.Ceiling(wanted));
        Excess.Set(at, wanted > _pods * (1 + Tolerance), pod);
    }

    private static void Change(ref Accrual hours, TimeSpan at, double pods) => hours.Change(at, Math.Max(0, pods) - hours.Rate);
}
