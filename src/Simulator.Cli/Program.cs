using Simulator.Api;
using Simulator.World;
using System.Diagnostics;
if (args.Length > 0 && args[0] == "conformance") { foreach (var r in Simulator.Scenarios.Conformance.ConformanceRunner.Run(args[1..])) { Console.WriteLine($"{r.Kind}: {r.Identical} of {r.Total} identical"); foreach (var d in r.FirstDifferences) Console.WriteLine("   " + d[..Math.Min(400,d.Length)]); } return 0; }
var which = args.Length > 0 ? args[0] : "measured";
var seed = args.Length > 1 ? ulong.Parse(args[1]) : 1;
static ReplicationController Rc(string name, int n, long cpu, long mi) => new() {
  Metadata = new ObjectMeta { Name = name, Namespace = "default" }, Replicas = n, Selector = LabelSet.Of(("app", name)),
  Template = new PodTemplate { Labels = LabelSet.Of(("app", name)), Spec = new PodSpec { Containers = [ new Container { Name="c", Image="i", Ports=[new ContainerPort("",80,0,"TCP")], Requests = ResourceList.Of((ResourceNames.Cpu, Quantity.FromMilli(cpu)), (ResourceNames.Memory, Quantity.FromUnits(mi<<20))) } ] } } };
static Service Svc(string name) => new() { Metadata = new ObjectMeta { Name = name, Namespace = "default" }, Selector = LabelSet.Of(("app", name)), Ports = [new ServicePort("", 80, "TCP", "80")] };
Scenario sc;
if (which == "big") sc = new Scenario { Name="zone", Seed=seed, Duration=TimeSpan.FromMinutes(150), Clusters=[new ClusterSpec { Name="east", Region="r", Zones=["b","c","d"], NodePools=[new NodePoolSpec{Name="default",Count=2000,Capacity=ResourceList.Of((ResourceNames.Cpu,Quantity.FromUnits(4)),(ResourceNames.Memory,Quantity.FromUnits(15L<<30)),(ResourceNames.Pods,Quantity.FromUnits(110)))}],
  Workloads=[new WorkloadSpec(TimeSpan.Zero, [..Enumerable.Range(1,200).SelectMany(i => new ApiObject[]{ Svc($"web-{i:D3}"), Rc($"web-{i:D3}",300,80,200)})])] }], Outages=[new OutageSpec{Kind=OutageKind.PowerLoss,At=TimeSpan.FromMinutes(5),Cluster="east",Zone="b"}]};
else sc = new Scenario { Name="m", Seed=seed, Duration=TimeSpan.FromSeconds(900), Clusters=[new ClusterSpec { Name="east", Zones=["z0","z1","z2"], Start=ClusterStart.Empty, NodePools=[..new[]{"z0","z1","z2"}.Select(z=>new NodePoolSpec{Name="hollow-"+z,Count=20,Zones=[z],Capacity=ResourceList.Of((ResourceNames.Cpu,Quantity.FromUnits(1)),(ResourceNames.Memory,Quantity.FromUnits(3840L<<20)),(ResourceNames.Pods,Quantity.FromUnits(110)))})],
  Workloads=[new WorkloadSpec(TimeSpan.FromSeconds(20), [Svc("exp2"), which=="density" ? Rc("exp2",1500,20,50) : Rc("exp2",600,40,100)])] }], Outages= which=="density"?[]:[new OutageSpec{Kind=OutageKind.PowerLoss,At=TimeSpan.FromSeconds(65),Cluster="east",Zone="z0"}]};
var probe = new Probe();
var sw = Stopwatch.StartNew();
var run = new ScenarioRun(sc, probe);
run.Start(); Console.WriteLine($"settled {sw.Elapsed.TotalSeconds:F2}s pods {run.Clusters[0].Store.List("Pod").Count} mem {Environment.WorkingSet>>20} MB");
while (run.Advance(run.Now + TimeSpan.FromSeconds(60))) {}
Console.WriteLine($"{sw.Elapsed.TotalSeconds:F2}s events {run.EventCount} digest {run.Digest[..16]} mem {Environment.WorkingSet>>20} MB");
probe.Print(which=="density"?20:which=="big"?300:65);
return 0;
sealed class Probe : IObserver {
  public Dictionary<ObservationKind,(int n, double first, double last)> K = [];
  Dictionary<string,double> created = []; List<double> start = []; public List<(double,long,long)> ep=[];
  public void Observe(in Observation o) {
    var t = o.At.TotalSeconds; if (!K.TryGetValue(o.Kind, out var k)) k = (0, t, t); K[o.Kind] = (k.n+1, k.first, t);
    if (o.Kind==ObservationKind.NodeReadyChanged && t>1) unknown.Add(t);
    if (o.Kind==ObservationKind.PodCreated) { created[o.Subject]=t; if (t>0) createdT.Add(t);} if (o.Kind==ObservationKind.PodReady && t>0) { start.Add(t-created.GetValueOrDefault(o.Subject)); ready.Add(t);} if (o.Kind==ObservationKind.EndpointsChanged) ep.Add((t,o.Value,o.Extra));
    if (o.Kind==ObservationKind.PodUnschedulable) uns++;
  }
  int uns; List<double> unknown=[], createdT=[], ready=[];
  public void Print(double zero) { foreach (var (k,v) in K) Console.WriteLine($"{k,-20} {v.n,7} {v.first-zero,9:F1} {v.last-zero,9:F1}");
   start.Sort(); if (start.Count>0) Console.WriteLine("start " + string.Join(" ", new[]{0,.01,.05,.1,.25,.5,.75,.9,.95,.99,.999}.Select(q=>$"{start[(int)(q*start.Count)]:F2}")));
   Console.WriteLine($"unknown {unknown.Count} {(unknown.Count>0?unknown[0]-zero:0):F1}..{(unknown.Count>0?unknown[^1]-zero:0):F1} created after {createdT.Where(x=>x>zero).Select(x=>x-zero).DefaultIfEmpty().Min():F1}..{createdT[^1]-zero:F1} ready last {ready[^1]-zero:F1} ep min {ep.Where(e=>e.Item1>zero).Select(e=>e.Item2).DefaultIfEmpty().Min()} last {(ep.Count>0?ep[^1]:default)} uns {uns}");
  }
}
