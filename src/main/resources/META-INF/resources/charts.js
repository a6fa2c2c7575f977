// Draws the charts from the tables beside them, so that the two can never disagree.
(() => {
  const LOG_FROM = 50; // a largest value so many times the smallest cannot share a linear axis with it

  const rowsOf = (canvas) =>
    [...document.getElementById(canvas.dataset.table).tBodies[0].rows].map((row) => ({
      name: row.querySelector('th').textContent.trim(),
      shape: row.dataset.shape,
      colour: getComputedStyle(row.querySelector('.mark')).color,
      values: [...row.querySelectorAll('data')].map((data) => Number(data.value)),
    }));

  const inks = () => {
    const body = getComputedStyle(document.body);
    return {
      ink: body.color,
      paper: body.backgroundColor,
      muted: getComputedStyle(document.querySelector('footer')).color,
      rule: getComputedStyle(document.querySelector('header.top')).borderBottomColor,
      font: body.fontFamily,
    };
  };

  const axis = (title, ink, extra) => ({
    title: { display: true, text: title, color: ink.muted },
    ticks: { color: ink.muted, maxTicksLimit: 7 },
    grid: { color: ink.rule, drawTicks: false },
    border: { color: ink.rule },
    ...extra,
  });

  const basics = () => ({
    animation: false,
    responsive: true,
    maintainAspectRatio: false,
    events: ['mousemove', 'mouseout', 'touchstart'],
  });

  const marks = (rows, points) => ({
    type: 'scatter',
    data: points,
    pointStyle: rows.map((row) => row.shape),
    pointBackgroundColor: rows.map((row) => row.colour),
    pointRadius: 6,
    pointHoverRadius: 7,
  });

  const spread = (canvas) => {
    const ink = inks();
    const rows = rowsOf(canvas);
    const unit = canvas.dataset.unit;
    const lowest = Math.min(...rows.map((row) => row.values[0]));
    const highest = Math.max(...rows.map((row) => row.values[4]));
    const log = lowest > 0 && highest / lowest > LOG_FROM;
    const bars = (from, to, thickness) => ({
      type: 'bar',
      data: rows.map((row) => [row.values[from], row.values[to]]),
      backgroundColor: rows.map((row) => row.colour),
      barThickness: thickness,
      grouped: false,
      borderSkipped: false,
    });
    return new Chart(canvas, {
      data: {
        labels: rows.map((row) => row.name),
        datasets: [
          {
            ...marks(rows, rows.map((row) => ({ x: row.values[2], y: row.name }))),
            pointBorderColor: ink.ink,
            pointBackgroundColor: ink.paper,
            pointBorderWidth: 2,
          },
          bars(1, 3, 10),
          bars(0, 4, 2),
        ],
      },
      options: {
        ...basics(),
        indexAxis: 'y',
        interaction: { mode: 'nearest', axis: 'y', intersect: false },
        scales: {
          x: axis(`${canvas.dataset.title}, ${unit}${log ? ' (log scale)' : ''}`, ink, {
            type: log ? 'logarithmic' : 'linear',
            beginAtZero: !log,
          }),
          y: {
            type: 'category',
            offset: true,
            ticks: { color: ink.ink, autoSkip: false },
            grid: { display: false },
            border: { display: false },
          },
        },
        plugins: {
          legend: { display: false },
          tooltip: {
            filter: (item) => item.datasetIndex === 0,
            callbacks: {
              label: (item) => {
                const [p5, p25, p50, p75, p95] = rows[item.dataIndex].values;
                return `p5 ${p5}, p25 ${p25}, p50 ${p50}, p75 ${p75}, p95 ${p95} ${unit}`;
              },
            },
          },
        },
      },
    });
  };

  // Chart.js has neither error bars nor labels beside points.
  const crossesAndLabels = (rows, ink) => ({
    id: 'crossesAndLabels',
    beforeDatasetsDraw({ ctx, scales: { x, y } }) {
      ctx.save();
      ctx.lineWidth = 1.5;
      rows.forEach(({ colour, values: [vx, xLow, xHigh, vy, yLow, yHigh] }) => {
        ctx.strokeStyle = colour;
        ctx.beginPath();
        ctx.moveTo(x.getPixelForValue(xLow), y.getPixelForValue(vy));
        ctx.lineTo(x.getPixelForValue(xHigh), y.getPixelForValue(vy));
        ctx.moveTo(x.getPixelForValue(vx), y.getPixelForValue(yLow));
        ctx.lineTo(x.getPixelForValue(vx), y.getPixelForValue(yHigh));
        ctx.stroke();
      });
      ctx.restore();
    },
    afterDatasetsDraw({ ctx, chartArea, scales: { x, y } }) {
      ctx.save();
      ctx.font = `13px ${ink.font}`;
      ctx.fillStyle = ink.ink;
      ctx.textBaseline = 'middle';
      const taken = [];
      rows.forEach(({ name, values }) => {
        const py = y.getPixelForValue(values[3]);
        const width = ctx.measureText(name).width;
        const right = Math.max(x.getPixelForValue(values[2]), x.getPixelForValue(values[0]) + 7) + 6;
        const left = Math.min(x.getPixelForValue(values[1]), x.getPixelForValue(values[0]) - 7) - 6 - width;
        const from = right + width > chartArea.right ? left : right;
        const clashes = (at) => taken.some((t) => Math.abs(t.at - at) < 15 && from < t.to && t.from < from + width);
        let at = py;
        while (clashes(at)) at += 15;
        taken.push({ at, from, to: from + width });
        ctx.fillText(name, from, at);
      });
      ctx.restore();
    },
  });

  const trade = (canvas) => {
    const ink = inks();
    const rows = rowsOf(canvas);
    return new Chart(canvas, {
      data: {
        datasets: [
          {
            ...marks(rows, rows.map(({ values }) => ({ x: values[0], y: values[3] }))),
            pointBorderColor: ink.ink,
            pointBorderWidth: 1,
          },
        ],
      },
      options: {
        ...basics(),
        scales: {
          x: axis('First token, s', ink, { beginAtZero: true, grace: '5%' }),
          y: axis('Throughput, tokens/s', ink, { beginAtZero: true, grace: '5%' }),
        },
        plugins: {
          legend: { display: false },
          tooltip: {
            callbacks: {
              label: ({ dataIndex }) => {
                const { name, values } = rows[dataIndex];
                return `${name}: ${values[0]} s (${values[1]}–${values[2]}), ${values[3]} tokens/s (${values[4]}–${values[5]})`;
              },
            },
          },
        },
      },
      plugins: [crossesAndLabels(rows, ink)],
    });
  };

  const kinds = { spread, trade };
  let drawn = [];
  const draw = () => {
    drawn.forEach((chart) => chart.destroy());
    Chart.defaults.font.family = inks().font;
    drawn = [...document.querySelectorAll('canvas[data-chart]')].map((canvas) => kinds[canvas.dataset.chart](canvas));
  };
  draw();
  document.documentElement.addEventListener('themechange', draw);
  for (const query of ['(prefers-color-scheme: dark)', 'print']) {
    matchMedia(query).addEventListener('change', draw);
  }
})();
